import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes the files below a folder whose text differs, and removes those with null. Returns one line for each. */
export function writeFiles(folder: string, texts: Record<string, string | null>): string[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const file = join(folder, path)
    if (text === (existsSync(file) ? readFileSync(file, 'utf8') : null)) return []
    mkdirSync(dirname(file), { recursive: true })
    text === null ? rmSync(file) : writeFileSync(file, text)
    return `${text === null ? 'removed' : 'written'}: ${path}`
  })
}
