import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { copyTerraform } from './copy-terraform.ts'

const tree = join(import.meta.dirname, '../..')

/** A copy of the sources without npm packages, as in a job that installs none: no folder above it has node_modules. */
export function copyWithoutPackages(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  copyTerraform(join(folder, 'terraform'))
  for (const name of ['scripts', 'handlers', 'package.json', '.checkov.yaml'])
    cpSync(join(tree, name), join(folder, name), { recursive: true, filter: path => !/\.tap/.test(path) })
  return folder
}
