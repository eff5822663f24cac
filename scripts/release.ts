import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { environmentName, openApp, placeholderImage } from './plan/app.ts'
import { preflight } from './release/preflight.ts'
import { type Outcome, release } from './release/release.ts'
import { verifyImage } from './release/verify-image.ts'
import { command, say, WrongUse } from './system/command.ts'

const exitCodes: Record<Outcome, number> = { released: 0, unchanged: 1, 'went back': 1, failed: 3 }

await command('release', {
  help: `npm run release -- ENV (--image IMAGE | --plan FILE) [OPTIONS]

Applies the root app to the environment ENV, a name in terraform/vars, and tests the service through its load balancer.
If either fails, applies the image that ran before. Takes only images that this project's pipeline has built and signed,
as cosign says; IMAGE_VERIFICATION=off takes any.

  --image IMAGE  releases this image: REGISTRY/NAME@sha256:…
  --plan FILE    applies this saved plan of app, just as it is
  --dotenv FILE  writes the address of the service there, as SERVICE_URL=…, for later jobs of a pipeline
  --dry-run      plans, says what would change, and changes nothing
  --help         prints this

Cluster, AWS and secrets come from the environment, as for Terraform: see "Connection" in terraform/README.md.
Exit codes: 0 released, 1 failed and the image from before runs, 2 wrong options or something is missing,
3 failed and could not go back: somebody has to look, 130 interrupted: run it again.
`,
  options: {
    image: { type: 'string' },
    plan: { type: 'string' },
    dotenv: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  positionals: true,
  interrupted: 'interrupted; run it again',
  async run({ values, positionals }, signal) {
    const { image, plan, dotenv, 'dry-run': dryRun } = values
    const environment = environmentName(positionals)
    if ((image === undefined) === (plan === undefined)) throw new WrongUse('give either --image IMAGE or --plan FILE')
    if (plan !== undefined && !existsSync(plan)) throw new WrongUse(`there is no plan ${plan}`)
    const wanted = plan === undefined ? { image: image ?? '' } : { plan: resolve(plan) }

    const problems = await preflight(environment, { image: image ?? placeholderImage })
    for (const problem of problems) say(problem)
    if (problems.length > 0) return 2
    const app = openApp({ environment, signal })
    const verify = (image: string, commit?: string) => verifyImage(image, { commit, signal, say })
    const outcome = await release({ app, wanted, dryRun, verify, signal, say })
    if (outcome === 'unchanged' && dryRun) return 0
    say(outcome)
    if (dotenv) writeFileSync(dotenv, `SERVICE_URL=${(await app.outputs()).url ?? ''}\n`)
    return exitCodes[outcome]
  },
})
