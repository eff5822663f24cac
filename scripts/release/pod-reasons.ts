import { askCluster, clusterConnection } from '../terraform/cli/cluster-connection.ts'

type Waiting = { reason: string; message?: string }
type Pod = {
  metadata: { name: string }
  status: {
    conditions?: { type: string; status: string; reason?: string; message?: string }[]
    containerStatuses?: { ready: boolean; state: { waiting?: Waiting; running?: object } }[]
  }
}

/** Why pods of the service do not run, in the cluster's own words: what Terraform's "progress deadline exceeded" does not say. */
export async function podReasons({ name, namespace }: { name: string; namespace: string }, env = process.env) {
  const selector = encodeURIComponent(`app.kubernetes.io/name=${name}`)
  const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`
  const { status, body } = await askCluster(await clusterConnection(env), path)
  if (status !== 200) throw new Error(`the cluster says ${status} when asked for the pods of ${namespace}`)
  const { items } = JSON.parse(body) as { items: Pod[] }
  return items.flatMap(({ metadata, status }) => reasons(status).map(reason => `${metadata.name}: ${reason}`))
}

const reasons = ({ conditions = [], containerStatuses = [] }: Pod['status']) => [
  ...conditions.filter(({ type, status }) => type === 'PodScheduled' && status === 'False').map(words),
  ...containerStatuses.flatMap(({ ready, state: { waiting, running } }) => {
    if (waiting) return [words(waiting)]
    return running && !ready ? ['runs, but is not ready: its log tells why'] : []
  }),
]

const words = ({ reason, message }: { reason?: string; message?: string }) =>
  [reason, message].filter(Boolean).join(': ')
