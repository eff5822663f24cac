import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What is built or downloaded once for a machine, whatever clone of this repository asks. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mirror-service')

/** Fills a folder of the cache, once. It gets its name only when it is complete, so a folder with the name is whole. */
export async function buildOnce(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(cacheFolder, name)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.unfinished-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    await fill(unfinished)
    try {
      renameSync(unfinished, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error // else another process was quicker
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
