import { randomUUID } from 'node:crypto'
import * as fileSystem from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../http/problem.ts'
import { type Cause, meaningOf } from './causes.ts'
import type { Staging } from './staging.ts'
import { bounded } from './within.ts'

/** The operations on files that not every file system has. */
export type Files = Pick<typeof fileSystem, 'link' | 'mkdir' | 'open'>
type Warn = (message: string) => void

/** Uploads that may hang before no more begin: each holds one of the four threads that Node has for files. */
const mostHanging = 4

/**
 * Keeps objects as files below a folder, created when needed. A file is whole or absent, even after a power cut, and
 * no file is overwritten, unless `checkDirectory` says otherwise.
 */
export function openDirectory(
  path: string,
  deadlineMs: number,
  warn: Warn = console.warn,
  files: Files = fileSystem,
): Staging {
  const { run, stuck } = bounded(deadlineMs, mostHanging, 'uploads to the staging folder', warn)
  const root = resolve(path)
  return {
    prefix: '',
    stuck,
    async put(key, text) {
      try {
        return await run(signal => store(join(root, key), text, { signal, staleMs: 2 * deadlineMs, files }))
      } catch (cause) {
        if (meaningOf(cause as Cause) === 'passes')
          throw new Problem(503, 'staging folder fails', { cause, headers: { 'Retry-After': '1' } })
        throw new Problem(502, 'staging folder refuses', { cause })
      }
    },
  }
}

/** Warns of what the file system of a folder cannot do. Rejects if it cannot be used. */
export async function checkDirectory(path: string, warn: Warn, files: Files = fileSystem): Promise<void> {
  const folder = resolve(path)
  const [file, second] = [temporaryIn(folder), temporaryIn(folder)]
  try {
    await inFolder(folder, () => write(file, '', files), files)
    await files.link(file, second).catch(error => {
      if (!noLinks.has(error.code)) throw error
      warn(`${path} has no hard links (${error.code}): after a crash, one Idempotency-Key may be stored a second time`)
    })
    const error = await sync(folder, files)
    if (error) warn(`${path} cannot be synced (${error.code}): a power cut may lose uploads that were answered`)
  } finally {
    await Promise.allSettled([file, second].map(fileSystem.unlink))
  }
}

/** Removes the temporary files of killed processes: after twice the deadline of an upload, nobody works on one. */
export async function removeLeftovers(path: string, deadlineMs: number): Promise<void> {
  for await (const { name, parentPath } of await fileSystem.opendir(path, { recursive: true })) {
    const file = join(parentPath, name)
    if (/^\.(?:[-0-9a-f]{36}\.tmp|.+\.txt\.lock)$/.test(name) && (await ageMs(file)) > 2 * deadlineMs)
      await fileSystem.unlink(file).catch(() => {})
  }
}

/** What file systems without hard links say to link(): exFAT, SMB, some FUSE. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])
/** What file systems say that cannot sync a file or a folder. */
const noSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EISDIR', 'EBADF'])

type Work = { signal: AbortSignal; staleMs: number; files: Files }

const temporaryIn = (folder: string) => join(folder, `.${randomUUID()}.tmp`)

async function store(file: string, text: string, { signal, staleMs, files }: Work): Promise<boolean> {
  const folder = dirname(file)
  const temporary = temporaryIn(folder)
  try {
    await inFolder(folder, () => write(temporary, text, files), files)
    signal.throwIfAborted()
    const stored = await nameIfAbsent(temporary, file, { signal, staleMs, files })
    await sync(folder, files)
    return stored
  } finally {
    await fileSystem.unlink(temporary).catch(() => {})
  }
}

/** Does something in a folder; if the folder is missing, creates it first. */
async function inFolder<T>(folder: string, work: () => Promise<T>, files: Files): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!is(error, 'ENOENT')) throw error
    await makeFolder(folder, files)
    return await work()
  }
}

/** `folder` is absolute. mkdir() of Node with `recursive` never ends where a folder is deleted or cannot have any, and hides EROFS. */
async function makeFolder(folder: string, files: Files): Promise<void> {
  try {
    await inFolder(dirname(folder), () => files.mkdir(folder), files)
  } catch (error) {
    if (!is(error, 'EEXIST')) throw error
  }
  // A new folder is durable once its parent folder is synced.
  await sync(dirname(folder), files)
}

async function write(file: string, text: string, { open }: Files): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(text)
    await durable(handle)
  } finally {
    await handle.close()
  }
}

/** link() fails if the name exists; rename() would overwrite it. */
async function nameIfAbsent(from: string, to: string, work: Work): Promise<boolean> {
  try {
    await work.files.link(from, to)
    return true
  } catch (error) {
    if (noLinks.has((error as { code: string }).code)) return await renameIfAbsent(from, to, work)
    if (!is(error, 'EEXIST')) throw error
    // A network file system may have done it, lost its answer, and done it again.
    return (await fileSystem.stat(from)).nlink > 1
  }
}

/** Renames under a lock file. One that a killed process left behind is removed once it is stale. */
async function renameIfAbsent(from: string, to: string, { signal, staleMs, files }: Work): Promise<boolean> {
  const lock = join(dirname(to), `.${basename(to)}.lock`)
  for (;;) {
    signal.throwIfAborted()
    if ((await ageMs(to)) >= 0) return false
    try {
      await (await files.open(lock, 'wx')).close()
      break
    } catch (error) {
      if (!is(error, 'EEXIST')) throw error
    }
    if ((await ageMs(lock)) > staleMs) await fileSystem.unlink(lock).catch(() => {})
    else await sleep(10, undefined, { signal })
  }
  try {
    if ((await ageMs(to)) >= 0) return false
    signal.throwIfAborted()
    await fileSystem.rename(from, to)
    return true
  } finally {
    await fileSystem.unlink(lock).catch(() => {})
  }
}

/** How many ms ago a file was changed; -1 if there is none. */
async function ageMs(file: string): Promise<number> {
  try {
    return Math.max(0, Date.now() - (await fileSystem.stat(file)).mtimeMs)
  } catch (error) {
    if (is(error, 'ENOENT')) return -1
    throw error
  }
}

/** Makes the names in a folder durable. Resolves to the error where the file system cannot. */
async function sync(folder: string, { open }: Files): Promise<NodeJS.ErrnoException | undefined> {
  try {
    const handle = await open(folder)
    return await durable(handle).finally(() => handle.close())
  } catch (error) {
    if (noSync.has((error as { code: string }).code)) return error as NodeJS.ErrnoException
    throw error
  }
}

async function durable(handle: fileSystem.FileHandle): Promise<NodeJS.ErrnoException | undefined> {
  return await handle.sync().then(
    () => undefined,
    error => {
      if (noSync.has(error.code)) return error
      throw error
    },
  )
}

const is = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code
