import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasMarkers } from './readme.ts'

/** How every file written here begins to say so. */
const bannerStart = 'Written by npm run terraform from '

/** The line at the head of a file: what it was written from. */
export const banner = (source: string): string => `${bannerStart}scripts/terraform/${source}; edit that.`

/** The files below a folder that match a pattern: their text by their path. */
export function readFiles(folder: string, pattern: string): Record<string, string> {
  const paths = existsSync(folder) ? globSync(pattern, { cwd: folder, exclude: name => name.startsWith('.') }) : []
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

/**
 * What has to change below a folder: new texts by path, and null for a file to be removed. Those are files that we wrote and
 * no longer want. Vars files stay: people may have copied them.
 */
export function changes(stored: Record<string, string>, wanted: Record<string, string>): Record<string, string | null> {
  const isOurs = (path: string, text: string) =>
    (text.includes(bannerStart) || hasMarkers(text)) && !path.includes('vars/')
  const stale = Object.entries(stored).filter(([path, text]) => !(path in wanted) && isOurs(path, text))
  const differing = Object.entries(wanted).filter(([path, text]) => stored[path] !== text)
  return Object.fromEntries([...differing, ...stale.map(([path]) => [path, null] as const)])
}
