import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findCheckov } from './find-checkov.ts'

const tree = join(import.meta.dirname, '../..')

type Settings = {
  /** A plan as terraform show -json gives it. */
  plan: string
  /** Where JUnit goes. */
  report: string
  signal: AbortSignal
  say: (line: string) => void
}

/** Holds a plan to the policies of checkov, but for those that .checkov.yaml waives; says which are broken, if any. */
export async function checkPolicies({ plan, report, signal, say }: Settings): Promise<boolean> {
  const [program, ...words] = await findCheckov(signal, say)
  const output = ['--output=cli', '--output=junitxml', `--output-file-path=console,${report}`]
  const options = ['--config-file=.checkov.yaml', `--file=${plan}`, '--skip-download', ...output]
  rmSync(report, { force: true })
  const checkov = spawn(program, [...words, ...options], { cwd: tree, stdio: ['ignore', 2, 2], signal })
  const [status] = await once(checkov, 'close')
  if (status !== 0 && !existsSync(report)) throw new Error('checkov failed: see above')
  return status === 0
}
