import { randomUUID } from 'node:crypto'
import * as fileSystem from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Problem } from '../http/problem.ts'
import { type Cause, meaningOf } from './causes.ts'
import { durableFiles, type Files } from './durable-files.ts'
import type { Staging } from './staging.ts'
import { bounded } from './within.ts'

type Warn = (message: string) => void

/** Uploads that may hang before no more begin: each holds one of the four threads that Node has for files. */
const mostHanging = 4

/** Keeps objects as files below a folder, created when needed. No file is overwritten. */
export function openDirectory(
  path: string,
  deadlineMs: number,
  warn: Warn = console.warn,
  files: Files = fileSystem,
): Staging {
  const { run, stuck } = bounded(deadlineMs, mostHanging, 'uploads to the staging folder', warn)
  const store = durableFiles(files)
  const root = resolve(path)
  let attempts = 0
  return {
    prefix: '',
    stuck,
    attempts: () => attempts,
    async put(key, text) {
      attempts++
      try {
        return await run(signal => store(join(root, key), text, signal))
      } catch (cause) {
        if (meaningOf(cause as Cause) === 'passes')
          throw new Problem(503, 'staging folder fails', { cause, headers: { 'Retry-After': '1' } })
        throw new Problem(502, 'staging folder refuses', { cause })
      }
    },
  }
}

/** Stores and removes a file, and warns of what the file system of a folder cannot do. Rejects if it cannot be used. */
export async function checkDirectory(path: string, warn: Warn, files: Files = fileSystem): Promise<void> {
  const lacks = new Set<string>()
  const probe = temporaryIn(path)
  try {
    await durableFiles(files, what => lacks.add(what))(probe, '', new AbortController().signal)
  } finally {
    await fileSystem.unlink(probe).catch(() => {})
  }
  for (const what of lacks) warn(`${path} ${what}`)
}

/** The temporary files and locks of this service's keys; other programs may keep files here, too. */
const ours = /^\.(?:[-0-9a-f]{36}\.tmp|(?:[-0-9a-f]{36}|[0-9a-f]{64})\.txt\.lock|\.[-0-9a-f]{36}\.tmp\.lock)$/

/** Removes what killed processes left in a folder: after two deadlines of an upload, nobody works on it. */
export async function removeLeftovers(path: string, deadlineMs: number): Promise<void> {
  const probe = temporaryIn(path)
  await fileSystem.writeFile(probe, '')
  // By the clock of the file server, which may not be ours.
  const { mtimeMs: now } = await fileSystem.stat(probe)
  await fileSystem.unlink(probe)
  for await (const { name, parentPath } of await fileSystem.opendir(path, { recursive: true })) {
    if (!ours.test(name)) continue
    const file = join(parentPath, name)
    // One that is gone meanwhile was somebody's.
    const { mtimeMs } = await fileSystem.stat(file).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > 2 * deadlineMs) await fileSystem.unlink(file).catch(() => {})
  }
}

const temporaryIn = (path: string) => join(resolve(path), `.${randomUUID()}.tmp`)
