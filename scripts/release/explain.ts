import { askCluster, clusterConnection } from './cluster-connection.ts'

/** What an error of Terraform means here and what to do, by words of the error. */
const meanings: [words: RegExp, meaning: string][] = [
  [
    /Saved plan is stale/,
    'The plan is stale, and nothing was changed. Something was applied since it was made: plan again (in GitLab: run ' +
      'a new pipeline).',
  ],
  [
    /Error acquiring the state lock/,
    'The state is locked, and nothing was changed. Wait for the apply that holds the lock. If it was killed, run ' +
      'terraform force-unlock with the ID above.',
  ],
  [
    /client rate limiter Wait returned an error: context deadline exceeded/,
    'The load balancer got no address in time: nothing here assigns addresses (minikube: run minikube tunnel), or it ' +
      'takes longer than load_balancer_timeout.',
  ],
  [
    /Unauthorized|the server has asked for the client to provide credentials/,
    'The cluster refuses the credentials: renew KUBE_TOKEN (npm run token).',
  ],
]

/** What an error of Terraform means here; empty if that is not known. */
export const explain = (errors: string): string[] =>
  meanings.filter(([words]) => words.test(errors)).map(([, meaning]) => meaning)

/** Whether Terraform stopped before it changed anything. */
export const changedNothing = (errors: string) => /Saved plan is stale|Error acquiring the state lock/.test(errors)

type Waiting = { reason: string; message?: string }
type Pod = {
  metadata: { name: string }
  status: {
    conditions?: { type: string; status: string; reason?: string; message?: string }[]
    containerStatuses?: { ready: boolean; state: { waiting?: Waiting; running?: object } }[]
  }
}

/** Why pods of the service do not run, as the cluster says it: Terraform says only "progress deadline exceeded". */
export async function podReasons({ name, namespace }: { name: string; namespace: string }, env = process.env) {
  const selector = encodeURIComponent(`app.kubernetes.io/name=${name}`)
  const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`
  const { status, body } = await askCluster(await clusterConnection(env), path)
  if (status !== 200) throw new Error(`the cluster replies ${status} to a request for the pods of ${namespace}`)
  const { items } = JSON.parse(body) as { items: Pod[] }
  return items.flatMap(({ metadata, status }) => reasons(status).map(reason => `${metadata.name}: ${reason}`))
}

const reasons = ({ conditions = [], containerStatuses = [] }: Pod['status']) => [
  ...conditions.filter(({ type, status }) => type === 'PodScheduled' && status === 'False').map(words),
  ...containerStatuses.flatMap(({ ready, state: { waiting, running } }) => {
    if (waiting) return [words(waiting)]
    return running && !ready ? ['runs, but is not ready: see its log'] : []
  }),
]

const words = ({ reason, message }: { reason?: string; message?: string }) =>
  [reason, message].filter(Boolean).join(': ')
