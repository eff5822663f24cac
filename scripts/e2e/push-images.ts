import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster as Stage } from '../cluster/cluster.ts'
import { buildImage } from '../image/build-image.ts'
import { findBuilder } from '../image/builder.ts'
import { readCommit } from '../image/commit.ts'
import { makeStandIns } from '../image/stand-ins.ts'
import { run } from '../system/run.ts'

/** Builds the image of this commit and a next one, which differs by a label, and pushes both; resolves to their names by digest. */
export async function pushImages(
  { address, user, password }: Stage['registry'],
  scratch: string,
  signal: AbortSignal,
  say: (line: string) => void,
) {
  const builder = findBuilder()
  if (!builder) throw new Error('neither buildah nor podman works here; on Debian: apt-get install buildah')
  const commit = readCommit()
  if (commit.dirty) say('leaves out of the image what is not committed')
  const pulls = commit.bases.map(base => run([builder.name, 'pull', '--quiet', '--policy=missing', base], { signal }))
  const pulled = (await Promise.allSettled(pulls)).every(({ status }) => status === 'fulfilled')
  if (!pulled) {
    say('base images cannot be pulled here: stand-ins under their names take their place')
    await makeStandIns(commit.bases, builder, signal)
  }

  process.env.REGISTRY_AUTH_FILE = join(scratch, 'registry.json')
  const login = [
    builder.name,
    'login',
    '--tls-verify=false',
    `--username=${user}`,
    '--password-stdin',
    address,
  ] as const
  await run([...login], { input: password, signal })
  const push = { name: `${address}/mirror-service`, insecure: true }
  const { pushed } = await buildImage({ builder, commit, pull: false, push, signal })

  const labels = { REVISION: commit.id, VERSION: commit.version, SOURCE: commit.source }
  const next = { folder: join(scratch, 'next'), image: `${commit.image}-next`, time: commit.time, pull: false, labels }
  mkdirSync(next.folder)
  writeFileSync(join(next.folder, 'Dockerfile'), `FROM ${commit.image}\nLABEL next=1\n`)
  await run(builder.build(next), { signal })
  const digestFile = join(scratch, 'digest')
  await run(builder.push(next, { ...push, name: `${push.name}:next`, digestFile }), { signal })
  return {
    commit,
    first: pushed as string,
    next: `${push.name}@${readFileSync(digestFile, 'utf8').trim()}`,
  }
}
