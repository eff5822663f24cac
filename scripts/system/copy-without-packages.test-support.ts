import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

const tree = join(import.meta.dirname, '../..')

/** A copy of the sources without npm packages, as a job has it that installs none. It is not below a node_modules folder. */
export function copyWithoutPackages(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['scripts', 'handlers', 'terraform', 'package.json', '.checkov.yaml'])
    cpSync(join(tree, name), join(folder, name), { recursive: true, filter: path => !/\/\.terraform|\.tap/.test(path) })
  return folder
}
