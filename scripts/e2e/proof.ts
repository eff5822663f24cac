import type { Context } from './context.ts'

/** One thing that is shown on the real cluster: it rejects where it is not so, and resolves to its figures. */
export type Proof = { name: string; prove: (context: Context) => Promise<string> }
