import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile, withoutChecksums } from './lock-file.ts'

const tree = join(import.meta.dirname, '../../terraform')

/**
 * Copies terraform/ to a folder, without what earlier runs left in it. Its lock files pin versions there and nothing more:
 * a machine may have a mirror with providers that were built on it, whose checksums are not the published ones.
 */
export function copyTerraform(folder: string): void {
  const isSource = (path: string) => !/\/\.terraform(?!\.lock)|tfstate|backend_override/.test(path.slice(tree.length))
  cpSync(tree, folder, { recursive: true, filter: isSource })
  for (const path of globSync(`**/${lockFile}`, { cwd: folder }))
    writeFileSync(join(folder, path), withoutChecksums(readFileSync(join(folder, path), 'utf8')))
}
