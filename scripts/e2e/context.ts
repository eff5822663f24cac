import type { Cluster } from '../cluster/cluster.ts'
import { type Identity, openRoots } from '../deploy/roots.ts'
import type { Target } from '../deploy/target.ts'
import type { Commit } from '../image/read-commit.ts'
import { run } from '../system/run.ts'
import { pods, waitForPods } from './pods.ts'
import type { Proof as AnyProof } from './prove.ts'

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

export type Proof = AnyProof<Context> & {
  /** Takes hold of the node, the registry or the storage, which therefore have to be ours. */
  onOwnCluster?: boolean
  /** Whether the service has to be deployed before; true unless said. */
  needsApp?: boolean
}

/** What the proofs share: where they deploy to, and the tools for that. */
export function makeContext(target: ProofTarget, signal: AbortSignal) {
  const { kubectlProgram, kubeconfig, images } = target
  const roots = openRoots(target, signal)
  let isDeployed = false

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
    /** The cluster, registry and storage, for proofs that are run on ours alone. */
    own(): Cluster {
      if (!target.cluster) throw new Error('not on the cluster of npm run cluster')
      return target.cluster
    },
    /** Applies `app` with an image, as svc-terraform unless said, and waits until it is rolled out. */
    async deploy(image: string, more: string[] = [], identity?: Identity): Promise<void> {
      const inputs = [...roots.appInputs(image), ...more]
      await roots.terraform(identity ?? (await roots.svcTerraform()), 'app', 'apply', '-auto-approve', ...inputs)
      isDeployed = true
    },
    /** The address of the load balancer, once `app` is applied. */
    address: async (): Promise<string> =>
      `http://${(await roots.terraform(roots.administrator, 'app', 'output', '-raw', 'address')).trim()}`,
    /** Deploys the service for a proof that is run alone; whole runs have deployed it by then. */
    async ensureDeployed(): Promise<void> {
      if (isDeployed || (await pods(context)).length > 0) return
      await context.ensureAccess()
      await context.deploy(images.first)
      await waitForPods(context, 2)
    },
    async ensureAccess(): Promise<void> {
      await roots.applyState()
      await roots.applyAccess()
    },
  }
  return context
}
