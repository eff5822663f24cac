import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { down } from './cluster/down.ts'
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

Writes dist/pipeline.xml (JUnit). Exit codes: 0 all passed, 1 not all, 130 interrupted.
`

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { keep: flag, verbose: flag, help: flag } })
if (values.help) process.stdout.write(help)
else await main()

async function main() {
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort())
  const reason = await hindrance()
  const results = reason ? skip(reason) : await prove(interrupted.signal)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/pipeline.xml', junit(results))
  process.stdout.write(`\n${table(results)}\n\n${totals(results)}\n`)
  const failed = results.some(({ outcome }) => outcome === 'failed')
  process.exitCode = interrupted.signal.aborted ? 130 : failed ? 1 : 0
}

async function hindrance(): Promise<string | false> {
  try {
    checkPlatform()
  } catch (error) {
    return (error as Error).message
  }
  return unavailable('aws', 'kubernetes')
}

async function prove(signal: AbortSignal): Promise<Result[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'pipeline-'))
  try {
    return await onStage(await up({ signal, say, install: Boolean(process.env.CI) }), scratch, signal)
  } catch (error) {
    return [{ name: 'the stage', outcome: 'failed', text: (error as Error).message, seconds: 0 }]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    if (!values.keep) await down()
  }
}

async function onStage(stage: Stage, scratch: string, signal: AbortSignal) {
  const target = await ownTarget(stage, scratch, signal, say)
  const context = makeContext(target, scratch, signal, say)
  await prepare(context)
  const variables = pipelineVariables(target, stage, await context.pipeline(), scratch)
  const clone = await cloneCommit(join(scratch, 'clone'), signal)
  let changed = 0
  const run: Run = async (jobs, change) => {
    const folder = change ? await cloneCommit(join(scratch, `changed-${++changed}`), signal, change) : clone
    const onLine = (line: string) => (values.verbose || / starting | finished in /.test(line)) && say(`  ${line}`)
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

function say(line: string) {
  process.stderr.write(`${line}\n`)
}
