import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { say } from '../system/command.ts'

/** One thing that is shown on a real cluster: resolves to its figures, rejects if it is not so. */
export type Proof<C> = { name: string; prove: (context: C) => Promise<string> }

type Settings<C, P> = {
  proofs: P[]
  /** Why nothing can be proved on this machine; then every proof is skipped. */
  problem: string | undefined
  /** Takes a folder that is removed in the end. */
  open: (scratch: string) => Promise<C>
  /** Cleans up, also after an `open` that failed. */
  close: (context?: C) => Promise<unknown>
  /** Why one proof is skipped. */
  skip?: (proof: P, context: C) => string | false
  /** Runs after each proof, whatever its outcome. */
  after?: () => Promise<unknown>
  signal: AbortSignal
}

const second = 1000
const hour = 3600 * second

/**
 * Runs proofs as tests of tap, one after another. A failed proof does not stop the others, an interrupt does. Each has its
 * figures as its only assertion, so tap's summary counts proofs. A table of the figures goes to standard error at the end.
 */
export async function prove<C, P extends Proof<C>>(settings: Settings<C, P>): Promise<void> {
  const { proofs, problem, open, close, skip, after, signal } = settings
  const table: string[] = []
  const scratch = mkdtempSync(join(tmpdir(), 'proofs-'))
  t.setTimeout(4 * hour)
  if (problem) for (const { name } of proofs) await t.test(name, { skip: problem }, async () => {})
  else {
    const context = await attempt('the cluster comes up', () => open(scratch))
    if (context) for (const proof of proofs) if (!signal.aborted) await run(proof, context)
    await attempt('everything is cleaned up', () => close(context))
  }
  rmSync(scratch, { recursive: true, force: true })
  say(problem ? `cannot be run here: ${problem}` : `\n${table.join('\n')}\n`)

  async function run(proof: P, context: C): Promise<void> {
    const reason = skip?.(proof, context) ?? false
    if (reason) add('skipped', proof.name, reason)
    await t.test(proof.name, { skip: reason, timeout: hour }, async t => {
      say(`… ${proof.name}`)
      const start = performance.now()
      const seconds = () => (performance.now() - start) / second
      try {
        const figures = await proof.prove(context)
        add('passed', proof.name, figures, seconds())
        t.pass(figures)
      } catch (error) {
        add('failed', proof.name, (error as Error).message, seconds())
        throw error
      } finally {
        await after?.()
      }
    })
  }

  /** What belongs to no proof is a test only if it fails. */
  async function attempt<T>(name: string, action: () => Promise<T>): Promise<T | undefined> {
    return action().catch(({ message }) => {
      add('failed', name, message)
      t.fail(`${name}: ${message}`)
      return undefined
    })
  }

  function add(outcome: string, name: string, text: string, seconds = 0): void {
    const time = `${seconds.toFixed(0)} s`.padStart(7)
    table.push(`${outcome}${time}  ${name}\n${text.replaceAll(/^/gm, ' '.repeat(16))}`)
  }
}
