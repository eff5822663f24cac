import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import type { Builder } from './builder.ts'
import { checkOut } from './check-out.ts'
import type { Commit } from './read-commit.ts'
import { readLayout } from './read-layout.ts'

export type Settings = {
  builder: Builder
  commit: Commit
  pull: boolean
  /** Where to push it: tagged with the commit, and with what else is given. */
  push?: { name: string; insecure: boolean; tags?: string[] }
  signal: AbortSignal
}

/** Builds the image of a commit, and pushes it where asked; the digest depends on the commit and the bases alone. */
export async function buildImage({ builder, commit, pull, push, signal }: Settings) {
  const scratch = mkdtempSync(join(tmpdir(), 'image-'))
  try {
    const [folder, layout, digestFile] = ['source', 'layout', 'digest'].map(name => join(scratch, name)) as [
      string,
      string,
      string,
    ]
    mkdirSync(folder)
    checkOut(commit.id, folder)
    const { id: REVISION, version: VERSION, source: SOURCE, image, time } = commit
    const build = { folder, image, time, pull, labels: { REVISION, VERSION, SOURCE } }
    await run(builder.build(build), { signal, show: true })
    await run(builder.save(build, layout), { signal, show: true })
    const built = readLayout(layout)
    if (!push) return { ...built, pushed: undefined }
    for (const tag of [commit.tag, ...(push.tags ?? [])])
      await run(builder.push(build, { ...push, name: `${push.name}:${tag}`, digestFile }), { signal, show: true })
    // A registry that holds a layer in another compression keeps it so: what counts is the digest that it took.
    return { ...built, pushed: `${push.name}@${readFileSync(digestFile, 'utf8').trim()}` }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
