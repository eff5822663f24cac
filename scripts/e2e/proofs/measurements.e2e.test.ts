import { setTimeout as delay } from 'node:timers/promises'
import { cpuSeconds, memoryBytes } from '../../system/process-usage.ts'
import { run } from '../../system/run.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { service } from '../../terraform/service.ts'
import { type Proof, serviceKinds } from '../context.test-support.ts'
import { ask, type Call, startLoad, upload } from '../load.test-support.ts'

export const autoscaler: Proof = {
  name: 'autoscaler: scales out under load on real metrics, and in afterwards',
  async prove(context) {
    // Low, so that one process of clients on a small machine is enough load.
    await context.deploy(context.images.next, ['-var=target_cpu_percent=20'])
    await context.waitForPods(2)
    const start = performance.now()
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 60, pauseMs: 0 })
    const more = async () => {
      const { length } = await context.pods()
      if (length <= 2) throw new Error('no more than 2 pods under load')
      return length
    }
    const count = await waitUntil(more, { seconds: 120, signal: context.signal }).finally(() => stop())
    const out = performance.now()
    await context.waitForPods(2, 240)
    return `${count} pods after ${wholeSeconds(out - start)}, 2 again ${wholeSeconds(performance.now() - out)} later`
  },
}

const seconds = 10

export const capacity: Proof = {
  name: 'capacity: requests and uploads per second of CPU, memory of a pod (reported only)',
  onOwnCluster: true,
  async prove(context) {
    // Without the autoscaler: its new pods would spend CPU on their start.
    await context.deploy(context.images.next, ['-var=max_replicas=2'])
    await context.waitForPods(2)
    const address = await context.address()
    const idle = memory(await processes())

    async function measure(name: string, call: Call) {
      const before = totalCpuSeconds(await processes())
      const { stop } = startLoad(address, call, { clients: 40, pauseMs: 0 })
      await delay(seconds * 1000, undefined, { signal: context.signal })
      const { requests, failures } = await stop()
      if (failures.length > 0) throw new Error(`${failures.length} of ${requests} failed: ${failures[0]}`)
      const spent = totalCpuSeconds(await processes()) - before
      return `${name}: ${Math.round(requests / spent)} per second of CPU (${Math.round(requests / seconds)} a second here)`
    }
    const mirror = await measure('mirror', { path: '/api/mirror?word=abcABC123987' })
    const uploads = await measure('uploads', upload)
    const loaded = memory(await processes())
    await context.deploy(context.images.next)
    return `${mirror}; ${uploads}; a pod: ${idle} MB before, ${loaded} MB after`
  },
}

/** Ids of the service's processes, as the host counts them. */
const processes = async () => (await run(['pgrep', '--full', '/app/server.mjs'])).trim().split('\n')

/** User and system time of all of them. */
const totalCpuSeconds = (ids: string[]) => ids.reduce((sum, id) => sum + cpuSeconds(id), 0)

/** Resident memory of the largest, in MB. */
const memory = (ids: string[]) => Math.max(...ids.map(id => memoryBytes(id) / 1e6)).toFixed(0)

const beside = 'beside'

type Spec = Record<string, unknown> & { ports?: Record<string, unknown>[] }
type Item = { metadata: Record<string, unknown>; spec?: Spec; status?: unknown }

/** An object as a person would have written it, for another namespace. */
function manifest({ metadata: { name, labels, annotations }, spec, status, ...rest }: Item): object {
  const { clusterIP, clusterIPs, ports, ...wanted } = spec ?? {}
  const own = ports && { ports: ports.map(({ nodePort, ...port }) => port) }
  const metadata = { name, namespace: beside, labels, annotations }
  return { ...rest, metadata, ...(spec && { spec: { ...wanted, ...own } }) }
}

export const speed: Proof = {
  name: 'speed: from terraform apply to the first 200, beside kubectl apply of the same objects (reported only)',
  async prove(context) {
    const { kubectl, signal, measured } = context
    const { items } = JSON.parse(
      await kubectl('get', serviceKinds, `--namespace=${service.namespace}`, '--output=json'),
    )
    const own = items.filter(({ metadata }: Item) => metadata.name !== 'default')
    await kubectl('create', 'namespace', beside)
    try {
      const start = performance.now()
      const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: own.map(manifest) })
      await context.kubectlWith(input, 'apply', '--filename=-')
      const path = 'jsonpath={.items[0].status.loadBalancer.ingress[0].ip}'
      const health = async () => {
        const ip = await kubectl('get', 'services', `--namespace=${beside}`, `--output=${path}`)
        const { status } = await ask(`http://${ip}`, { path: '/api/health' })
        if (status !== 200) throw new Error(`health is ${status}`)
      }
      await waitUntil(health, { seconds: 60, signal })
      const byKubectl = performance.now() - start
      const byTerraform = measured.firstAnswerMs
      const figures = `kubectl ${(byKubectl / 1000).toFixed(1)} s`
      if (Number.isNaN(byTerraform)) return `${figures}; terraform only in a run with the proof "apply"`
      const ratio = (byTerraform / byKubectl).toFixed(1)
      return `terraform ${(byTerraform / 1000).toFixed(1)} s, with the bucket and the image's first pull; ${figures}; ${ratio} times`
    } finally {
      await kubectl('delete', 'namespace', beside)
    }
  },
}

const wholeSeconds = (ms: number) => `${Math.round(ms / 1000)} s`
