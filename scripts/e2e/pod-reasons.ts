import type { Context } from './context.ts'
import { pods } from './pods.ts'

/** Why pods do not run, in the cluster's own words: what Terraform's "progress deadline exceeded" does not say. */
export async function podReasons(context: Context): Promise<string[]> {
  return (await pods(context)).flatMap(({ metadata, status }) =>
    (status.containerStatuses ?? []).flatMap(({ state: { waiting } }) =>
      waiting ? [`${metadata.name}: ${waiting.reason}: ${waiting.message ?? ''}`] : [],
    ),
  )
}
