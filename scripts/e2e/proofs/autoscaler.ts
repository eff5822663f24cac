import { waitUntil } from '../../system/wait-until.ts'
import { deploy } from '../deploy.ts'
import { startLoad } from '../load.ts'
import { pods, waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

export const autoscaler: Proof = {
  name: 'autoscaler: scales out under load on real metrics, and in afterwards',
  async prove(context) {
    // Low, so that one process of clients on a small machine is load enough.
    await deploy(context, await context.pipeline(), context.images.next, '-var=target_cpu_percent=20')
    await waitForPods(context, 2)
    const start = performance.now()
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 60, pauseMs: 0 })
    const more = async () => {
      const { length } = await pods(context)
      if (length <= 2) throw new Error('no more than 2 pods under load')
      return length
    }
    const count = await waitUntil(more, { seconds: 120, signal: context.signal }).finally(() => stop())
    const out = performance.now()
    await waitForPods(context, 2, 240)
    return `${count} pods after ${seconds(out - start)}, 2 again ${seconds(performance.now() - out)} later`
  },
}

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`
