import { randomUUID } from 'node:crypto'
import * as fileSystem from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The operations on files that not every file system has. */
export type Files = Pick<typeof fileSystem, 'link' | 'mkdir' | 'open'>

/** What file systems without hard links say to link(): exFAT, SMB, some FUSE. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])
/** What file systems say that cannot sync a file or a folder. */
const noSync = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EISDIR', 'EBADF'])

/**
 * Makes the function that stores a text as a new file, with its folders, and resolves to false if the file exists. The
 * path is absolute. A file is whole or absent, even after a power cut. `lacks` is told what the file system cannot do
 * of that, each time.
 */
export function durableFiles({ link, mkdir, open }: Files, lacks = (_what: string) => {}) {
  return store

  async function store(file: string, text: string, signal: AbortSignal): Promise<boolean> {
    const folder = dirname(file)
    const temporary = join(folder, `.${randomUUID()}.tmp`)
    try {
      await inFolder(folder, () => write(temporary, text))
      signal.throwIfAborted()
      const stored = await nameIfAbsent(temporary, file, signal)
      await syncFolder(folder)
      return stored
    } finally {
      await fileSystem.unlink(temporary).catch(() => {})
    }
  }

  async function write(file: string, text: string): Promise<void> {
    await using handle = await open(file, 'wx')
    await handle.writeFile(text)
    await whereItCan(handle.sync())
  }

  /** Does something in a folder; if the folder is missing, creates it first. */
  async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
    await work().catch(async error => {
      if (error.code !== 'ENOENT') throw error
      await makeFolder(folder)
      await work()
    })
  }

  // mkdir() of Node with `recursive` never ends where a folder is deleted or cannot have any, and hides EROFS.
  async function makeFolder(folder: string): Promise<void> {
    await inFolder(dirname(folder), () => mkdir(folder) as Promise<never>).catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
    // A new folder is durable once its parent folder is synced.
    await syncFolder(dirname(folder))
  }

  /** link() fails if the name exists; rename() would overwrite it. */
  async function nameIfAbsent(from: string, to: string, signal: AbortSignal): Promise<boolean> {
    try {
      await link(from, to)
      return true
    } catch (error) {
      const { code } = error as { code: string }
      // A network file system may have done it, lost its answer, and done it again.
      if (code === 'EEXIST') return (await fileSystem.stat(from)).nlink > 1
      if (!noLinks.has(code)) throw error
      lacks(`has no hard links (${code}): after a crash, one Idempotency-Key may be stored a second time`)
      return await renameIfAbsent(from, to, signal)
    }
  }

  /** Renames under a lock file. A killed process may leave one behind, until `removeLeftovers` finds it. */
  async function renameIfAbsent(from: string, to: string, signal: AbortSignal): Promise<boolean> {
    const lock = join(dirname(to), `.${basename(to)}.lock`)
    while (!(await create(lock))) {
      if (await exists(to)) return false
      await sleep(10, undefined, { signal })
    }
    try {
      if (await exists(to)) return false
      signal.throwIfAborted()
      await fileSystem.rename(from, to)
      return true
    } finally {
      await fileSystem.unlink(lock).catch(() => {})
    }
  }

  /** Creates an empty file. Resolves to false if there is one. */
  async function create(file: string): Promise<boolean> {
    try {
      await (await open(file, 'wx')).close()
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }

  /** Makes the names in a folder durable. */
  async function syncFolder(folder: string): Promise<void> {
    await whereItCan(open(folder).then(handle => handle.sync().finally(() => handle.close())))
  }

  /** Where a file system cannot sync, what is stored is stored all the same. */
  async function whereItCan(syncing: Promise<void>): Promise<void> {
    await syncing.catch(error => {
      if (!noSync.has(error.code)) throw error
      lacks(`cannot be synced (${error.code}): a power cut may lose uploads that were answered`)
    })
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await fileSystem.stat(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
