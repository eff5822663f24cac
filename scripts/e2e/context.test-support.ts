import type { Cluster } from '../cluster/cluster.ts'
import { openRoots } from '../deploy/roots.ts'
import type { Target } from '../deploy/target.ts'
import type { Commit } from '../image/commit.ts'
import { run } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { service } from '../terraform/service.ts'
import type { Identity } from '../token/make-token.ts'
import type { Proof as AnyProof } from './prove.test-support.ts'

/** Where the service is proved. */
export type ProofTarget = Target & {
  /** Both are there to be pulled; the second may be the first again. */
  images: { first: string; next: string }
  /** Of the first image, if it was built here. */
  commit?: Commit
  /** What must never be seen in the open. */
  secrets: string[]
  /** If it is that of `npm run cluster`, and with it the registry and the storage. */
  cluster?: Cluster
}

export type OwnTarget = ProofTarget & { cluster: Cluster }

export type Context = ReturnType<typeof makeContext>

type Pod = {
  metadata: { name: string; deletionTimestamp?: string }
  status: { containerStatuses?: { ready: boolean; restartCount: number; imageID: string }[] }
}

export type Proof = AnyProof<Context> & {
  /** Takes hold of the node, the registry or the storage, which therefore have to be ours. */
  onOwnCluster?: boolean
  /** Whether the service has to be deployed before; true unless said. */
  needsApp?: boolean
}

/** Kinds of the objects that `app` creates. */
export const serviceKinds =
  'serviceaccounts,secrets,networkpolicies,deployments,services,poddisruptionbudgets,horizontalpodautoscalers'

/** What the proofs share: where they deploy to, and the tools for that. */
export function makeContext(target: ProofTarget, signal: AbortSignal) {
  const { kubectlProgram, kubeconfig, images } = target
  const roots = openRoots(target, signal)
  const allPods = async (): Promise<Pod[]> =>
    JSON.parse(await context.kubectl('get', 'pods', `--namespace=${service.namespace}`, '--output=json')).items
  const containers = async () => (await context.pods()).flatMap(({ status }) => status.containerStatuses ?? [])

  const context = {
    ...target,
    ...roots,
    signal,
    /** What one proof measures for another to compare. */
    measured: { firstAnswerMs: Number.NaN },
    /** As the administrator. */
    kubectl: (...words: string[]): Promise<string> => context.kubectlWith('', ...words),
    /** The same, with what it reads. */
    kubectlWith: (input: string, ...words: string[]): Promise<string> =>
      run([kubectlProgram, `--kubeconfig=${kubeconfig}`, ...words], { signal, input }),
    /** The service's pods, without those that are being deleted. */
    pods: async (): Promise<Pod[]> => (await allPods()).filter(({ metadata }) => !metadata.deletionTimestamp),
    /** How often containers were restarted, for each pod: the autoscaler may remove one with its count. */
    restarts: async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await context.pods()).map(({ metadata, status }) => [
          metadata.name,
          status.containerStatuses?.[0]?.restartCount ?? 0,
        ]),
      ),
    /** The pods restarted since then. */
    async restartedSince(before: Record<string, number>): Promise<string[]> {
      const now = Object.entries(await context.restarts())
      return now.flatMap(([name, count]) => (count > (before[name] ?? 0) ? [name] : []))
    },
    /** Digests of the images that run. */
    runningDigests: async () => [...new Set((await containers()).map(({ imageID }) => imageID.split('@')[1]))],
    /** Waits until there are exactly so many pods, all ready, and none is being deleted any more. */
    async waitForPods(count: number, seconds = 120): Promise<void> {
      const areThere = async () => {
        const list = await allPods()
        const ready = list.filter(({ status }) => status.containerStatuses?.every(({ ready }) => ready))
        if (list.length !== count || ready.length !== count)
          throw new Error(`${list.length} pods, ${ready.length} ready, after ${seconds} s instead of ${count}`)
      }
      await waitUntil(areThere, { seconds, signal, pauseMs: 500 })
    },
    /** The cluster, registry and storage, for proofs that are run on ours alone. */
    own(): Cluster {
      if (!target.cluster) throw new Error('not on the cluster of npm run cluster')
      return target.cluster
    },
    /** Applies `app` with an image, as svc-terraform unless said, and waits until it is rolled out. */
    async deploy(image: string, more: string[] = [], identity?: Identity): Promise<void> {
      const inputs = [...roots.appInputs(image), ...more]
      await roots.terraform(identity ?? (await roots.svcTerraform()), 'app', 'apply', '-auto-approve', ...inputs)
    },
    /** The address of the load balancer, once `app` is applied. */
    address: async (): Promise<string> =>
      `http://${(await roots.terraform(roots.administrator, 'app', 'output', '-raw', 'address')).trim()}`,
    /** Deploys the service for a proof that is run alone, or after the proof that destroys it. */
    async ensureDeployed(): Promise<void> {
      if ((await context.pods()).length > 0) return
      await context.ensureAccess()
      await context.deploy(images.first)
      await context.waitForPods(2)
    },
    async ensureAccess(): Promise<void> {
      await roots.applyState()
      await roots.applyAccess()
    },
  }
  return context
}
