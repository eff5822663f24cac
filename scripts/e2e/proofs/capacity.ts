import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from '../../system/run.ts'
import { deploy } from '../deploy.ts'
import { startLoad, type Target } from '../load.ts'
import { waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

const seconds = 10
// Of /proc/PID/stat; Linux says 100 everywhere.
const ticksPerSecond = 100

export const capacity: Proof = {
  name: 'capacity: requests and uploads for a second of CPU, memory of a pod (reported only)',
  async proveOnStage(context) {
    const identity = await context.pipeline()
    // Without the autoscaler, whose new pods would spend CPU on their start.
    await deploy(context, identity, context.images.next, '-var=max_replicas=2')
    await waitForPods(context, 2)
    const address = await context.address()
    const idle = memory(await processes())

    async function measure(target: Target) {
      const before = cpuSeconds(await processes())
      const { stop } = startLoad(address, target, { clients: 40, pauseMs: 0 })
      await delay(seconds * 1000, undefined, { signal: context.signal })
      const { requests, failures } = await stop()
      if (failures.length > 0) throw new Error(`${failures.length} of ${requests} failed: ${failures[0]}`)
      const spent = cpuSeconds(await processes()) - before
      return { perCpuSecond: Math.round(requests / spent), perSecond: Math.round(requests / seconds) }
    }
    const mirror = await measure({ path: '/api/mirror?word=abcABC123987' })
    const uploads = await measure({ method: 'POST', path: '/api/upload-random' })
    const loaded = memory(await processes())
    await deploy(context, identity, context.images.next)
    return [
      `mirror: ${mirror.perCpuSecond} for a second of CPU (${mirror.perSecond} a second here)`,
      `uploads: ${uploads.perCpuSecond} for a second of CPU (${uploads.perSecond} a second here)`,
      `a pod: ${idle} MB before, ${loaded} MB after`,
    ].join('; ')
  },
}

/** Ids of the service's processes, as the host counts them. */
const processes = async () => (await run(['pgrep', '--full', '/app/server.cjs'])).trim().split('\n')

/** User and system time of all of them (proc(5), fields 14 and 15). */
const cpuSeconds = (ids: string[]) =>
  ids.reduce((sum, id) => {
    const [, fields = ''] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')
    const [user, system] = fields.split(' ').slice(11, 13).map(Number) as [number, number]
    return sum + (user + system) / ticksPerSecond
  }, 0)

/** Resident memory of the largest, in MB. */
const memory = (ids: string[]) =>
  Math.max(
    ...ids.map(id => Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]) / 1000),
  ).toFixed(0)
