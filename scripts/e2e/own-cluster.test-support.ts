import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPlatform } from '../cluster/requirements.ts'
import { up } from '../cluster/up.ts'
import { provideImage } from '../deploy/provide-image.ts'
import { clusterTarget } from '../deploy/target.ts'
import { findBuilder } from '../image/builder.ts'
import { readCommit } from '../image/commit.ts'
import { say } from '../system/command.ts'
import { run } from '../system/run.ts'
import { terraformProblem } from '../system/terraform.ts'
import { requiredProviders } from '../terraform/core/required-providers.ts'
import type { OwnTarget } from './context.test-support.ts'

/** Why proofs cannot be run here: no cluster of our own, or no providers for terraform. */
export async function proofsProblem({ ownCluster = true } = {}): Promise<string | undefined> {
  try {
    if (ownCluster) checkPlatform()
  } catch (error) {
    return (error as Error).message
  }
  return terraformProblem(requiredProviders)
}

/** Brings up the cluster of `npm run cluster` and pushes two images to its registry: of this commit, and one to change to. */
export async function openCluster(signal: AbortSignal): Promise<OwnTarget> {
  const cluster = await up({ signal, install: Boolean(process.env.CI) })
  const target = clusterTarget(cluster)
  const commit = readCommit()
  if (commit.dirty) say('builds the image without what is not committed')
  const first = await provideImage(target, commit, signal)

  const builder = findBuilder()
  const folder = mkdtempSync(join(tmpdir(), 'next-'))
  const digestFile = join(folder, 'digest')
  const [name] = first.split('@') as [string]
  const next = { folder, image: `${commit.image}-next`, time: commit.time, pull: false, labels: {} }
  writeFileSync(join(folder, 'Dockerfile'), `FROM ${commit.image}\nLABEL next=1\n`)
  await run(builder.build(next), { signal })
  const push = { name: `${name}:next`, insecure: true, digestFile, authFile: target.registry?.authFile }
  await run(builder.push(next, push), { signal })
  const images = { first, next: `${name}@${readFileSync(digestFile, 'utf8').trim()}` }
  rmSync(folder, { recursive: true })
  const secrets = [cluster.registry.password, cluster.aws.secretAccessKey]
  return { ...target, images, commit, secrets, cluster }
}
