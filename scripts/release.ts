import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readOptions, say } from './command.ts'
import { openApp } from './plan/open-app.ts'
import { type Outcome, release } from './release/release.ts'
import { interrupted } from './system/interrupted.ts'
import { preflight } from './terraform/cli/preflight.ts'

const help = `npm run release -- ENV (--image IMAGE | --plan FILE) [OPTIONS]

Applies the root app to an environment by Terraform, asks the service through its load balancer, and when either fails
applies the image that ran before. ENV is a name in terraform/vars.

  --image IMAGE  the image to release: REGISTRY/NAME@sha256:…
  --plan FILE    instead: a plan of app that was saved, and is taken as it is
  --dotenv FILE  writes there where the service is, as SERVICE_URL=…, for what comes next in a pipeline
  --dry-run      plans, says what it would change, and changes nothing
  --help         prints this

Cluster, AWS and secrets come from the environment, as for terraform: see terraform/README.md.
Exit codes: 0 released, 1 failed and what ran before runs (on), 2 wrong options or something is missing,
3 failed and could not go back: somebody has to look, 130 interrupted: run it again.
`

const exitCodes: Record<Outcome, number> = { released: 0, unchanged: 1, 'went back': 1, failed: 3 }

const signal = interrupted()

try {
  process.exitCode = await main(signal)
} catch (error) {
  process.exitCode = signal.aborted ? 130 : 1
  say(signal.aborted ? 'interrupted; run it again' : `release: ${(error as Error).message}`)
}

async function main(signal: AbortSignal) {
  const chosen = options()
  if (!chosen) return 2
  if (chosen.help) {
    process.stdout.write(help)
    return 0
  }
  const { environment, wanted, dryRun, dotenv } = chosen
  const problems = await preflight(environment, { image: 'image' in wanted ? wanted.image : 'as:planned' })
  for (const problem of problems) say(problem)
  if (problems.length > 0) return 2
  const app = openApp({ environment, signal })
  const outcome = await release({ app, wanted, dryRun, signal, say })
  if (outcome === 'unchanged' && dryRun) return 0
  say(outcome)
  if (dotenv) writeFileSync(dotenv, `SERVICE_URL=${(await app.outputs()).url ?? ''}\n`)
  return exitCodes[outcome]
}

function options() {
  return readOptions('release', () => {
    const { positionals, values } = parseArgs({
      options: {
        image: { type: 'string' },
        plan: { type: 'string' },
        dotenv: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const { image, plan, help, 'dry-run': dryRun } = values
    const [environment = '', ...more] = positionals
    if (!help && (!environment || more.length > 0)) throw new Error('one environment has to be named, such as infr')
    if (!help && (image === undefined) === (plan === undefined)) throw new Error('give an image or a plan')
    if (plan !== undefined && !existsSync(plan)) throw new Error(`there is no plan ${plan}`)
    const wanted = plan === undefined ? { image: image ?? '' } : { plan: resolve(plan) }
    return { environment, wanted, dryRun, help, dotenv: values.dotenv }
  })
}
