import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pythonTool } from '../system/python-tool.ts'
import type { Command } from '../system/run.ts'

const tree = join(import.meta.dirname, '../..')

/** The version of checkov, and so of its policies; the runner's image has the same. */
// renovate: datasource=pypi depName=checkov
export const checkovVersion = '3.3.30'

/** The command that runs checkov. */
export function findCheckov(signal: AbortSignal, say: (line: string) => void): Promise<Command> {
  const names = { program: 'checkov', package: 'checkov', module: 'checkov.main' }
  const checkov = { ...names, version: checkovVersion, saysVersion: true }
  return pythonTool(checkov, { signal, say })
}

/** Begins the error of npm run plan when they are broken. */
export const brokenPolicies = 'the plan breaks the policies above'

type Settings = {
  /** Files with a plan each, as `terraform show -json` prints it. */
  plans: string[]
  /** File to write the report to (JUnit). */
  report: string
  signal: AbortSignal
  say: (line: string) => void
}

/**
 * Checks plans against checkov's policies, except those that .checkov.yaml waives. Resolves to whether they keep them
 * all; checkov prints those they break.
 */
export async function checkPolicies({ plans, report, signal, say }: Settings): Promise<boolean> {
  const [program, ...args] = await findCheckov(signal, say)
  const output = ['--output=cli', '--output=junitxml', `--output-file-path=console,${report}`]
  const options = ['--config-file=.checkov.yaml', ...plans.map(plan => `--file=${plan}`), '--skip-download', ...output]
  rmSync(report, { force: true })
  const checkov = spawn(program, [...args, ...options], { cwd: tree, stdio: ['ignore', 2, 2], signal })
  const [status] = await once(checkov, 'close')
  if (status !== 0 && !existsSync(report)) throw new Error('checkov failed: see above')
  return status === 0
}
