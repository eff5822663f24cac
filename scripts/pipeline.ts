import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readOptions, say } from './command.ts'
import { makeContext } from './e2e/context.ts'
import { hindrance } from './e2e/hindrance.ts'
import { onStage } from './e2e/on-stage.ts'
import { prepare } from './e2e/prepare.ts'
import { conclude, type Result } from './e2e/report.ts'
import { runProofs } from './e2e/run-proofs.ts'
import type { OwnTarget } from './e2e/target.ts'
import { cloneCommit } from './pipeline/clone.ts'
import { pipelineProofs, type Run } from './pipeline/proofs.ts'
import { runPipeline } from './pipeline/run-pipeline.ts'
import { pipelineVariables } from './pipeline/variables.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run pipeline [-- OPTIONS]

Runs .gitlab-ci.yml as it is, of the commit at HEAD, by gitlab-ci-local on the cluster of "npm run cluster": test, build,
validate and plan by themselves, then apply by hand; and again with what should stop it: a failing test, a stale .tf.json,
a broken policy, a plan gone stale. What is not committed stays out. Takes about 20 minutes once the cluster is built.

  --keep     leaves the cluster up, to look at; before the next run: npm run cluster -- down
  --verbose  shows all that the jobs say
  --help     prints this

Writes dist/pipeline.xml (JUnit). Exit codes: 0 all passed, 1 not all, 2 wrong options, 130 interrupted.
`

type Options = { keep: boolean; verbose: boolean }

const options = parseOptions()
if (!options) process.exitCode = 2
else if (options.help) process.stdout.write(help)
else await main(options)

async function main({ keep, verbose }: Options) {
  const signal = interrupted()
  const reason = await hindrance()
  const results = reason
    ? skip(reason)
    : await onStage({ keep, signal, say }, (target, scratch) => prove(target, verbose, scratch, signal))
  process.exitCode = conclude(results, 'dist/pipeline.xml', signal)
}

async function prove(target: OwnTarget, verbose: boolean, scratch: string, signal: AbortSignal): Promise<Result[]> {
  const context = makeContext(target, scratch, signal, say)
  await prepare(context)
  const variables = pipelineVariables(target, await context.pipeline(), scratch)
  const clone = await cloneCommit(join(scratch, 'clone'), signal)
  let changed = 0
  const run: Run = async (jobs, change) => {
    const folder = change ? await cloneCommit(join(scratch, `changed-${++changed}`), signal, change) : clone
    const onLine = (line: string) => (verbose || / starting | finished in /.test(line)) && say(`  ${line}`)
    // Where build does not run, IMAGE is what it would have left.
    const project = change ? { ...variables.project, IMAGE: target.images.first } : variables.project
    return { folder, ...(await runPipeline({ folder, variables: { ...variables, project }, jobs, signal, onLine })) }
  }
  return runProofs(pipelineProofs(run), context)
}

function skip(reason: string): Result[] {
  say(`cannot be run here: ${reason}`)
  const proofs = pipelineProofs(() => Promise.reject(new Error(reason)))
  return proofs.map(({ name }) => ({ name, outcome: 'skipped', text: reason, seconds: 0 }))
}

function parseOptions() {
  return readOptions('pipeline', () => {
    const flag = { type: 'boolean', default: false } as const
    return parseArgs({ options: { keep: flag, verbose: flag, help: flag } }).values
  })
}
