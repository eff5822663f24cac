import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { down } from './cluster/down.ts'
import { interrupted } from './cluster/interrupted.ts'
import { checkPlatform } from './cluster/requirements.ts'
import type { Stage } from './cluster/stage.ts'
import { up } from './cluster/up.ts'
import { makeContext } from './e2e/context.ts'
import { ownTarget } from './e2e/own-target.ts'
import { prepare } from './e2e/prepare.ts'
import { junit, type Result, table, totals } from './e2e/report.ts'
import { runProofs } from './e2e/run-proofs.ts'
import { cloneCommit } from './pipeline/clone.ts'
import { pipelineProofs, type Run } from './pipeline/proofs.ts'
import { runPipeline } from './pipeline/run-pipeline.ts'
import { pipelineVariables } from './pipeline/variables.ts'
import { unavailable } from './terraform/cli/unavailable.ts'

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

async function main(options: Options) {
  const signal = interrupted()
  const reason = await hindrance()
  const results = reason ? skip(reason) : await prove(options, signal)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/pipeline.xml', junit(results))
  process.stdout.write(`\n${table(results)}\n\n${totals(results)}\n`)
  const failed = results.some(({ outcome }) => outcome === 'failed')
  process.exitCode = signal.aborted ? 130 : failed ? 1 : 0
}

async function hindrance(): Promise<string | false> {
  try {
    checkPlatform()
  } catch (error) {
    return (error as Error).message
  }
  return unavailable('aws', 'kubernetes')
}

async function prove({ keep, verbose }: Options, signal: AbortSignal): Promise<Result[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'pipeline-'))
  try {
    return await onStage(await up({ signal, say, install: Boolean(process.env.CI) }), verbose, scratch, signal)
  } catch (error) {
    return [{ name: 'the stage', outcome: 'failed', text: (error as Error).message, seconds: 0 }]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    if (!keep) await down()
  }
}

async function onStage(stage: Stage, verbose: boolean, scratch: string, signal: AbortSignal) {
  const target = await ownTarget(stage, scratch, signal, say)
  const context = makeContext(target, scratch, signal, say)
  await prepare(context)
  const variables = pipelineVariables(target, stage, await context.pipeline(), scratch)
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
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { keep: flag, verbose: flag, help: flag } }).values
  } catch (error) {
    say(`pipeline: ${(error as Error).message}\nnpm run pipeline -- --help tells the options`)
    return undefined
  }
}

function say(line: string) {
  process.stderr.write(`${line}\n`)
}
