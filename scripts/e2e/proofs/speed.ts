import { waitUntil } from '../../system/wait-until.ts'
import { ask } from '../load.ts'
import type { Proof } from '../proof.ts'

const kinds = 'serviceaccounts,secrets,deployments,services,poddisruptionbudgets,horizontalpodautoscalers'
const namespace = 'beside'

type Spec = Record<string, unknown> & { ports?: Record<string, unknown>[] }
type Item = { metadata: Record<string, unknown>; spec?: Spec; status?: unknown }

/** An object as a person would have written it, for another namespace. */
function manifest({ metadata: { name, labels, annotations }, spec, status, ...rest }: Item): object {
  const { clusterIP, clusterIPs, ports, ...wanted } = spec ?? {}
  const own = ports && { ports: ports.map(({ nodePort, ...port }) => port) }
  return { ...rest, metadata: { name, namespace, labels, annotations }, ...(spec && { spec: { ...wanted, ...own } }) }
}

export const speed: Proof = {
  name: 'speed: from terraform apply to the first 200, beside kubectl apply of the same objects (reported only)',
  async prove(context) {
    const { kubectl, signal, measured } = context
    const { items } = JSON.parse(await kubectl('get', kinds, '--namespace=oper', '--output=json'))
    const own = items.filter(({ metadata }: Item) => metadata.name !== 'default')
    await kubectl('create', 'namespace', namespace)
    try {
      const start = performance.now()
      const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: own.map(manifest) })
      await context.kubectlWith(input, 'apply', '--filename=-')
      const path = 'jsonpath={.items[0].status.loadBalancer.ingress[0].ip}'
      const health = async () => {
        const ip = await kubectl('get', 'services', `--namespace=${namespace}`, `--output=${path}`)
        const { status } = await ask(`http://${ip}`, { path: '/api/health' })
        if (status !== 200) throw new Error(`health is ${status}`)
      }
      await waitUntil(health, { seconds: 60, signal })
      const byKubectl = performance.now() - start
      const ratio = (measured.firstAnswerMs / byKubectl).toFixed(1)
      return `terraform ${(measured.firstAnswerMs / 1000).toFixed(1)} s, with the bucket and the image's first pull; kubectl ${(byKubectl / 1000).toFixed(1)} s; ${ratio} times`
    } finally {
      await kubectl('delete', 'namespace', namespace)
    }
  },
}
