import type { Cluster as Stage } from '../cluster/cluster.ts'
import type { Context } from './context.ts'

/** One thing that is shown on the real cluster: it rejects where it is not so, and resolves to its figures. */
export type Proof = { name: string } & (
  | { prove: (context: Context) => Promise<string> }
  /** It takes hold of the node, registry or storage, so that these have to be ours. */
  | { proveOnStage: (context: Context, stage: Stage) => Promise<string> }
)
