import { randomUUID } from 'node:crypto'
import { link, mkdir, open, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../http/problem.ts'
import type { Staging } from './staging.ts'
import { within } from './within.ts'

/** Keeps objects as files below a folder, created when needed. A file is whole or absent, even after a power cut. */
export function openDirectory(path: string, deadlineMs: number): Staging {
  return {
    prefix: '',
    async put(key, text) {
      try {
        // A network file system may hang. The file may still be stored later.
        return await within(deadlineMs, () => store(resolve(path, key), text))
      } catch (cause) {
        if (refusals.has(String((cause as NodeJS.ErrnoException).code)))
          throw new Problem(502, 'staging folder refuses', { cause })
        throw new Problem(503, 'staging folder fails', { cause, headers: { 'Retry-After': '1' } })
      }
    },
  }
}

/** Errors that stay until a person acts. */
const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'])

async function store(file: string, text: string): Promise<boolean> {
  const folder = dirname(file)
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  await makeFolder(folder)
  try {
    await write(temporary, text)
    const stored = await linkIfAbsent(temporary, file)
    await sync(folder)
    return stored
  } finally {
    await unlink(temporary).catch(() => {})
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  // A new folder is durable once its parent folder is synced.
  for (let made = folder; first && made.length >= first.length; made = dirname(made)) await sync(dirname(made))
}

async function write(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** link() fails if the name exists; rename() would overwrite it. */
async function linkIfAbsent(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
