import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasMinikube, minikubeProfile } from './cluster/minikube.ts'
import { status } from './cluster/programs.ts'
import { provideImage } from './deploy/provide-image.ts'
import { openRoots } from './deploy/roots.ts'
import { clusterTarget, minikubeTarget, type Target } from './deploy/target.ts'
import { findBuilder } from './image/builder.ts'
import { type Commit, readCommit } from './image/commit.ts'
import { release } from './release/release.ts'
import { command, print, say } from './system/command.ts'
import { terraformProblem } from './system/terraform.ts'
import { requiredProviders } from './terraform/core/required-providers.ts'
import { accounts, service } from './terraform/service.ts'

const help = `npm run deploy [-- OPTIONS]

Deploys the commit at HEAD to the cluster of "npm run cluster" and tests it through the load balancer:
  image   builds the image of the commit and pushes it to the cluster's registry
  state   creates the bucket of Terraform's states
  access  creates the namespaces and svc-terraform with its rights, as the cluster's administrator
  app     creates the staging bucket and the service, as svc-terraform
Works on a copy of terraform/, whose lock files pin versions only. Running it again changes only what differs.

  --down     destroys all of that, with everything in the two buckets
  --dry-run  says what it would do and does nothing
  --help     prints this

Needs Terraform, and buildah or podman. With minikube: kubectl, an S3 server on port 9000 of this machine, its keys in
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and "minikube tunnel --profile=${minikubeProfile}" in another terminal.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 interrupted: run it again.
`

await command('deploy', {
  help,
  options: { down: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  interrupted: 'interrupted; run it again',
  async run({ values }, signal) {
    const dryRun = values['dry-run']
    const problem = await terraformProblem(dryRun ? undefined : requiredProviders)
    if (problem) throw new Error(problem)
    const scratch = mkdtempSync(join(tmpdir(), 'deploy-'))
    try {
      const target = await findTarget(scratch, signal)
      const commit = readCommit()
      const what = values.down ? describeDown(target) : describeUp(target, commit)
      if (dryRun) return print(`would ${what}`)
      say(`will ${what}`)
      return await (values.down ? down(target, signal) : up(target, commit, signal))
    } finally {
      rmSync(scratch, { recursive: true })
    }
  },
})

async function findTarget(scratch: string, signal: AbortSignal): Promise<Target> {
  if (hasMinikube()) return minikubeTarget(process.env, scratch, signal)
  const { cluster, states } = await status()
  if (!cluster) throw new Error('the cluster is not up: run npm run cluster')
  const broken = states.find(({ problem }) => problem)
  if (broken) throw new Error(`${broken.name} does not work (${broken.problem}): run npm run cluster again`)
  return clusterTarget(cluster)
}

function describeUp({ buckets, registry }: Target, commit: Commit): string {
  const image = registry
    ? `${registry.address}/${service.name}:${commit.tag}, built by ${findBuilder().name}`
    : `${commit.image}, built in minikube`
  return `deploy the commit ${commit.tag}${commit.dirty ? ', without what is not committed' : ''}:
  image   ${image}
  state   bucket ${buckets.state}
  access  namespaces ${service.namespace} and ${accounts.apply}, and the rights of ${accounts.apply}
  app     bucket ${buckets.staging}, and the service in ${service.namespace}`
}

function describeDown({ buckets }: Target): string {
  return `destroy:
  app     the service, and bucket ${buckets.staging} with all uploads
  access  namespaces ${service.namespace} and ${accounts.apply}
  state   bucket ${buckets.state} with all states`
}

async function up(target: Target, commit: Commit, signal: AbortSignal): Promise<void> {
  say('builds the image')
  const image = await provideImage(target, commit, signal)
  const roots = openRoots(target, signal)
  say('applies state')
  say(summary(await roots.applyState()))
  say('applies access')
  say(summary(await roots.applyAccess()))
  const identity = await roots.svcTerraform()
  say('applies app')
  const app = roots.openApp(identity, 'errors')
  const outcome = await release({ app, wanted: { image }, env: identity, signal, say })
  if (outcome !== 'released') throw new Error(`the release ended with "${outcome}": see above`)
  const { url } = await app.outputs()
  print(`\n${url}\ncurl '${url}/api/mirror?word=abcABC123987'`)
}

async function down(target: Target, signal: AbortSignal): Promise<void> {
  const roots = openRoots(target, signal)
  const steps = await roots.toDestroy()
  if (steps.length === 0) say('nothing is deployed')
  for (const [root, destroy] of steps) {
    say(`destroys ${root}`)
    say(summary(await destroy()))
  }
}

/** Terraform's closing line. */
function summary(output: string): string {
  return `  ${output.match(/^(Apply|Destroy) complete!.*$/m)?.[0] ?? ''}`
}
