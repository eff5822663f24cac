import { readFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Loaded by Node before the service: makes its file system as slow or as poor as the file FAULT_FILE says. */
function fault(): string {
  try {
    return readFileSync(process.env.FAULT_FILE ?? '', 'utf8')
  } catch {
    return 'none'
  }
}
const refuse = (code: string) => Promise.reject(Object.assign(new Error(`${code}: injected`), { code }))

const { open, link } = fs
fs.link = async (from, to) => (fault() === 'without hard links' ? refuse('EPERM') : link(from, to))
fs.open = async (path, ...rest) => {
  const handle = await open(path, ...rest)
  const isFolder = (await handle.stat()).isDirectory()
  const sync = handle.sync.bind(handle)
  handle.sync = async () => {
    if (fault() === 'slow') await sleep(Math.random() * 500)
    if (fault() === 'without fsync of folders' && isFolder) return refuse('EINVAL')
    return sync()
  }
  return handle
}
