import { waitUntil } from '../system/wait-until.ts'
import { service } from '../terraform/service.ts'
import type { Context } from './context.ts'

type Pod = {
  metadata: { name: string; deletionTimestamp?: string }
  status: { containerStatuses?: { ready: boolean; restartCount: number; imageID: string }[] }
}

async function all({ kubectl }: Pick<Context, 'kubectl'>): Promise<Pod[]> {
  return JSON.parse(await kubectl('get', 'pods', `--namespace=${service.namespace}`, '--output=json')).items
}

/** The service's pods, without those that are being deleted. */
export const pods = async (context: Pick<Context, 'kubectl'>): Promise<Pod[]> =>
  (await all(context)).filter(({ metadata }) => !metadata.deletionTimestamp)

export const restarts = (list: Pod[]) =>
  list.flatMap(({ status }) => status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0)

/** Digests of the images that run. */
export const runningDigests = async (context: Pick<Context, 'kubectl'>) => {
  const statuses = (await pods(context)).flatMap(({ status }) => status.containerStatuses ?? [])
  return [...new Set(statuses.map(({ imageID }) => imageID.split('@')[1]))]
}

/** Waits until there are exactly so many pods, all ready, and none is being deleted any more. */
export async function waitForPods(context: Context, count: number, seconds = 120): Promise<void> {
  const isThere = async () => {
    const list = await all(context)
    const ready = list.filter(({ status }) => status.containerStatuses?.every(({ ready }) => ready))
    if (list.length !== count || ready.length !== count)
      throw new Error(`${list.length} pods, ${ready.length} ready, after ${seconds} s instead of ${count}`)
  }
  await waitUntil(isThere, { seconds, signal: context.signal, pauseMs: 500 })
}
