import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { down } from './cluster/down.ts'
import { up } from './cluster/up.ts'
import { makeContext } from './e2e/context.ts'
import { proofs } from './e2e/proofs.ts'
import { junit, type Result, table, totals } from './e2e/report.ts'

const help = `npm run e2e [-- OPTIONS]

Proves on a real Kubernetes what the README promises: brings up the cluster of "npm run cluster", deploys this commit to it
by Terraform, changes and breaks it under load, and removes it all. Takes about 15 minutes once the cluster is built.

  --only TEXT   only the proofs with this text in their names; those before them must have run: see --keep
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
  const { signal } = interrupted
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const results: Result[] = []
  try {
    const stage = await up({ signal, say, install: Boolean(process.env.CI) })
    const context = await makeContext(stage, signal, say)
    try {
      for (const proof of proofs.filter(({ name }) => name.includes(values.only))) {
        if (signal.aborted) break
        say(`… ${proof.name}`)
        const start = performance.now()
        const [outcome, text] = await proof.prove(context).then(
          figures => ['passed', figures] as const,
          error => ['failed', (error as Error).message] as const,
        )
        results.push({ name: proof.name, outcome, text, seconds: (performance.now() - start) / 1000 })
        say(table(results.slice(-1)))
      }
    } finally {
      context.remove()
    }
  } finally {
    if (!values.keep) await down()
  }
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/e2e.xml', junit(results))
  process.stdout.write(`\n${table(results)}\n\n${totals(results)}\n`)
  process.exitCode = signal.aborted ? 130 : results.some(({ outcome }) => outcome === 'failed') ? 1 : 0
}
