import type { Context } from './context.ts'
import { stopLoads } from './load.ts'
import type { Proof } from './proof.ts'
import { type Result, table } from './report.ts'

const notOurs = 'needs the node, registry and storage of npm run cluster'

/** Runs proofs one after another and says how each ends; one that fails does not stop the others, an interrupt does. */
export async function runProofs(proofs: Proof[], context: Context): Promise<Result[]> {
  const results: Result[] = []
  for (const proof of proofs) {
    if (context.signal.aborted) break
    const { name } = proof
    context.say(`… ${name}`)
    const start = performance.now()
    const [outcome, text] = await prove(proof, context).then(
      figures => (figures === undefined ? (['skipped', notOurs] as const) : (['passed', figures] as const)),
      error => ['failed', (error as Error).message] as const,
    )
    await stopLoads()
    const result = { name, outcome, text, seconds: (performance.now() - start) / 1000 }
    context.say(table([result]))
    results.push(result)
  }
  return results
}

async function prove(proof: Proof, context: Context): Promise<string | undefined> {
  if ('prove' in proof) return proof.prove(context)
  return context.stage && proof.proveOnStage(context, context.stage)
}
