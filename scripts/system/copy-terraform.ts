import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile, withoutChecksums } from './terraform.ts'

const tree = join(import.meta.dirname, '../../terraform')

/** Copies terraform/ to a folder, without what earlier runs left in it, and without checksums. */
export function copyTerraform(folder: string): void {
  const isSource = (path: string) => !/\/\.terraform(?!\.lock)|tfstate|backend_override/.test(path.slice(tree.length))
  cpSync(tree, folder, { recursive: true, filter: isSource })
  dropChecksums(folder)
}

/**
 * Lets the lock files below a folder pin the versions of providers alone: a machine may have a mirror with providers that
 * were built on it, whose checksums are not the published ones.
 */
export function dropChecksums(folder: string): void {
  for (const path of globSync(`**/${lockFile}`, { cwd: folder }))
    writeFileSync(join(folder, path), withoutChecksums(readFileSync(join(folder, path), 'utf8')))
}
