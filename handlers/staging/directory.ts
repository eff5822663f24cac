import { randomUUID } from 'node:crypto'
import * as fileSystem from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Problem } from '../http/problem.ts'
import { type Cause, meaningOf } from './causes.ts'
import { ageMs, durableFiles, type Files } from './durable-files.ts'
import type { Staging } from './staging.ts'
import { bounded } from './within.ts'

type Warn = (message: string) => void

/** Uploads that may hang before no more begin: each holds one of the four threads that Node has for files. */
const mostHanging = 4
/** After so many deadlines, nobody works on a temporary file or a lock. */
const staleDeadlines = 2

/** Keeps objects as files below a folder, created when needed. No file is overwritten. */
export function openDirectory(
  path: string,
  deadlineMs: number,
  warn: Warn = console.warn,
  files: Files = fileSystem,
): Staging {
  const { run, stuck } = bounded(deadlineMs, mostHanging, 'uploads to the staging folder', warn)
  const store = durableFiles(files, staleDeadlines * deadlineMs)
  const root = resolve(path)
  return {
    prefix: '',
    stuck,
    async put(key, text) {
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
  const probe = join(resolve(path), `.${randomUUID()}.tmp`)
  try {
    await durableFiles(files, 0, what => lacks.add(what))(probe, '', new AbortController().signal)
  } finally {
    await fileSystem.unlink(probe).catch(() => {})
  }
  for (const what of lacks) warn(`${path} ${what}`)
}

/** Removes the temporary files and locks of killed processes. */
export async function removeLeftovers(path: string, deadlineMs: number): Promise<void> {
  for await (const { name, parentPath } of await fileSystem.opendir(path, { recursive: true })) {
    const file = join(parentPath, name)
    const isOurs = /^\.(?:[-0-9a-f]{36}\.tmp|.+\.(?:txt|tmp)\.lock)$/.test(name)
    if (isOurs && (await ageMs(file)) > staleDeadlines * deadlineMs) await fileSystem.unlink(file).catch(() => {})
  }
}
