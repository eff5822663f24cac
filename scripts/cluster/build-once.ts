import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './places.ts'

/** Fills a folder of the cache, once. It gets its name only when it is complete: what has the name is whole. */
export async function buildOnce(name: string, fill: (folder: string) => Promise<void>) {
  const folder = join(cacheFolder, name)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    await fill(unfinished)
    if (!existsSync(folder)) renameSync(unfinished, folder) // else another process was quicker
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
