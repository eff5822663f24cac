import { cpSync } from 'node:fs'
import { join } from 'node:path'

const tree = join(import.meta.dirname, '../../terraform')

/** Copies terraform/ to a folder, without what earlier runs left in it. */
export function copyTerraform(folder: string): void {
  const isSource = (path: string) => !/\/\.terraform|tfstate|backend_override/.test(path.slice(tree.length))
  cpSync(tree, folder, { recursive: true, filter: isSource })
}
