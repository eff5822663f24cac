import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import type { Builder } from './builder.ts'
import { type Commit, checkOut, pullName } from './commit.ts'
import { findStandIns } from './stand-ins.ts'

type Settings = {
  builder: Builder
  commit: Commit
  /** Where to push it; the tags are the commit's and those given here. */
  push?: { name: string; insecure: boolean; tags?: string[]; authFile?: string }
  signal: AbortSignal
}

/**
 * Builds the image of a commit, and pushes it if asked. The digest depends only on the commit and the base images.
 * Resolves to digest and compressed size in bytes, to the images that it was built on and those of them that are stand-ins,
 * and to the name by digest under which it was pushed.
 */
export async function buildImage({ builder, commit, push, signal }: Settings) {
  const scratch = mkdtempSync(join(tmpdir(), 'image-'))
  try {
    const [folder, layout, digestFile] = [join(scratch, 'source'), join(scratch, 'layout'), join(scratch, 'digest')]
    mkdirSync(folder)
    checkOut(commit.id, folder)
    const { id: REVISION, version: VERSION, source: SOURCE, image, time } = commit
    const standIns = findStandIns(commit.bases, builder)
    const build = { folder, image, time, labels: { REVISION, VERSION, SOURCE }, standIns }
    await run(builder.build(build), { signal, show: true })
    await run(builder.save(build, layout), { signal, show: true })
    const bases = commit.bases.map(base => standIns[base] ?? pullName(base))
    const built = { ...readLayout(layout), bases, standIns: Object.values(standIns) }
    if (!push) return { ...built, pushed: undefined }
    for (const tag of [commit.tag, ...(push.tags ?? [])])
      await run(builder.push(build, { ...push, name: `${push.name}:${tag}`, digestFile }), { signal, show: true })
    // A registry may already have a layer in another compression and keep that: its digest is the one that counts.
    return { ...built, pushed: `${push.name}@${readFileSync(digestFile, 'utf8').trim()}` }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

type Descriptor = { digest: string; size: number }

/** Digest and compressed size in bytes of the one image in an OCI layout. */
function readLayout(layout: string) {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(layout, ...path), 'utf8'))
  const blob = ({ digest }: Descriptor) => read('blobs', ...digest.split(':'))
  const [image]: [Descriptor] = read('index.json').manifests
  const { config, layers }: { config: Descriptor; layers: Descriptor[] } = blob(image)
  return {
    digest: image.digest,
    size: layers.reduce((sum, layer) => sum + layer.size, config.size),
  }
}
