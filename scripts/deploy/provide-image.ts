import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { minikubeProfile } from '../cluster/minikube.ts'
import { buildImage } from '../image/build-image.ts'
import { findBuilder } from '../image/builder.ts'
import { type Commit, checkOut, pullName } from '../image/commit.ts'
import { makeStandIns } from '../image/stand-ins.ts'
import { say } from '../system/command.ts'
import { run } from '../system/run.ts'
import { service } from '../terraform/service.ts'
import type { Target } from './target.ts'

type Registry = NonNullable<Target['registry']>

/** Builds the image of a commit where the cluster of the target finds it; resolves to its name, with a digest if it was pushed. */
export const provideImage = ({ registry }: Target, commit: Commit, signal: AbortSignal): Promise<string> =>
  registry ? pushImage(registry, commit, signal) : buildInMinikube(commit, signal)

async function pushImage(registry: Registry, commit: Commit, signal: AbortSignal): Promise<string> {
  const builder = findBuilder()
  const pulls = commit.bases.map(base =>
    run([builder.name, 'pull', '--quiet', '--policy=missing', pullName(base)], { signal }),
  )
  const pulled = (await Promise.allSettled(pulls)).every(({ status }) => status === 'fulfilled')
  signal.throwIfAborted()
  if (!pulled) {
    say('the base images cannot be pulled: builds on stand-ins, for tests only')
    await makeStandIns(commit.bases, builder, signal)
  }
  const { address, user, password, authFile } = registry
  mkdirSync(dirname(authFile), { recursive: true })
  const login = [`--authfile=${authFile}`, '--tls-verify=false', `--username=${user}`, '--password-stdin', address]
  await run([builder.name, 'login', ...login], { input: password, signal })
  const push = { name: `${address}/${service.name}`, insecure: true, authFile }
  return (await buildImage({ builder, commit, push, signal })).pushed as string
}

async function buildInMinikube(commit: Commit, signal: AbortSignal): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'image-'))
  try {
    checkOut(commit.id, folder)
    const build = ['image', 'build', `--profile=${minikubeProfile}`, `--tag=${commit.image}`, folder]
    await run(['minikube', ...build], { signal, show: true })
    return commit.image
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
