import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from './context.ts'

type Pod = {
  metadata: { name: string; deletionTimestamp?: string }
  status: { containerStatuses?: { ready: boolean; restartCount: number; imageID: string; state: State }[] }
}
type State = { waiting?: { reason: string; message?: string } }

/** The service's pods, those that are going left out. */
export async function pods({ kubectl }: Context): Promise<Pod[]> {
  const { items } = JSON.parse(await kubectl('get', 'pods', '--namespace=oper', '--output=json'))
  return items.filter((pod: Pod) => !pod.metadata.deletionTimestamp)
}

export const isReady = (pod: Pod) => pod.status.containerStatuses?.every(({ ready }) => ready) ?? false

export const restarts = (list: Pod[]) =>
  list.flatMap(({ status }) => status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0)

/** Waits until just so many pods are there and all are ready, and none is going any more. */
export async function waitForPods(context: Context, count: number, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (true) {
    const { items } = JSON.parse(await context.kubectl('get', 'pods', '--namespace=oper', '--output=json'))
    if (items.length === count && items.every(isReady)) return
    if (Date.now() > deadline) throw new Error(`${items.length} pods after ${seconds} s, ${count} awaited`)
    await delay(500, undefined, { signal: context.signal })
  }
}
