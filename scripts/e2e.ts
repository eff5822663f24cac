import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { down } from './cluster/down.ts'
import { checkPlatform } from './cluster/requirements.ts'
import { up } from './cluster/up.ts'
import { makeContext } from './e2e/context.ts'
import type { Proof } from './e2e/proof.ts'
import { proofs } from './e2e/proofs.ts'
import { junit, type Result, table, totals } from './e2e/report.ts'
import { runProofs } from './e2e/run-proofs.ts'
import { unavailable } from './terraform/cli/unavailable.ts'

const help = `npm run e2e [-- OPTIONS]

Proves on a real Kubernetes what the README promises: brings up the cluster of "npm run cluster", deploys this commit to it
by Terraform, changes and breaks it under load, and removes it all. Takes about 15 minutes once the cluster is built.

  --only REGEX  only the proofs whose names match, on what an earlier run with --keep left
  --keep        leaves the cluster up
  --help        prints this

Writes dist/e2e.xml (JUnit). Exit codes: 0 all passed, 1 not all, 130 interrupted.
`

const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, keep: flag, help: flag } })
if (values.help) process.stdout.write(help)
else await main()

async function main() {
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort())
  const chosen = proofs.filter(({ name }) => new RegExp(values.only).test(name))
  const reason = await hindrance()
  if (reason) say(`cannot be run here: ${reason}`)
  const results = reason ? chosen.map(proof => skip(proof, reason)) : await prove(chosen, interrupted.signal)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/e2e.xml', junit(results))
  process.stdout.write(`\n${table(results)}\n\n${totals(results)}\n`)
  const failed = results.some(({ outcome }) => outcome === 'failed')
  process.exitCode = interrupted.signal.aborted ? 130 : failed ? 1 : 0
}

/** Why there is no cluster here, or no real provider to deploy to it. */
async function hindrance(): Promise<string | false> {
  try {
    checkPlatform()
  } catch (error) {
    return (error as Error).message
  }
  return unavailable('aws', 'kubernetes')
}

async function prove(chosen: Proof[], signal: AbortSignal): Promise<Result[]> {
  try {
    const stage = await up({ signal, say, install: Boolean(process.env.CI) })
    const context = await makeContext(stage, signal, say)
    return await runProofs(chosen, context).finally(() => context.remove())
  } catch (error) {
    return [{ name: 'the stage', outcome: 'failed', text: (error as Error).message, seconds: 0 }]
  } finally {
    if (!values.keep) await down()
  }
}

function skip({ name }: Proof, reason: string): Result {
  return { name, outcome: 'skipped', text: reason, seconds: 0 }
}

function say(line: string) {
  process.stderr.write(`${line}\n`)
}
