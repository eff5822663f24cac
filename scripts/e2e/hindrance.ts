import { checkPlatform } from '../cluster/requirements.ts'
import { unavailable } from '../terraform/cli/unavailable.ts'

/** Why there is no cluster of our own here, or no real provider to deploy to one. */
export async function hindrance({ ownCluster = true } = {}): Promise<string | false> {
  try {
    if (ownCluster) checkPlatform()
  } catch (error) {
    return (error as Error).message
  }
  return unavailable('aws', 'kubernetes')
}
