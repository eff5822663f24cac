import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Texts = Record<string, string | null>

/** The paths below a folder that have another text than here; null stands for no file. */
export function differing(folder: string, texts: Texts): string[] {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)
  return Object.keys(texts).filter(path => texts[path] !== read(join(folder, path)))
}

/** Writes the files below a folder whose text differs, and removes those with null. Returns one line for each. */
export function writeFiles(folder: string, texts: Texts): string[] {
  return differing(folder, texts).map(path => {
    const [file, text] = [join(folder, path), texts[path] ?? null]
    mkdirSync(dirname(file), { recursive: true })
    text === null ? rmSync(file) : writeFileSync(file, text)
    return `${text === null ? 'removed' : 'written'}: ${path}`
  })
}
