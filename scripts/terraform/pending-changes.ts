import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readmeSection } from '../readme-section.ts'
import { configurations, roots } from './configurations.ts'
import { generate } from './core/generate.ts'
import { readmeTable } from './core/readme-table.ts'
import { changes, readFiles } from './core/stored-files.ts'
import { checkVarsFiles, varsFiles } from './vars-files.ts'

/** Every file of terraform/: its text by its path. */
export const files = (): Record<string, string> => Object.assign({}, ...configurations.map(generate), varsFiles())

/** What has to be written in a working tree, so that terraform/ and the README's table are what the sources say. */
export function pendingChanges(tree: string): Record<string, string | null> {
  const stored = readFiles(tree, 'terraform/**/*.json')
  const wanted = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`terraform/${path}`, text]))
  checkVarsFiles({ ...stored, ...wanted })
  const readme = readFileSync(join(tree, 'README.md'), 'utf8')
  const hasTable = readme.includes('<!-- terraform -->')
  const renewed = hasTable ? readmeSection(readme, 'terraform', readmeTable(roots)) : readme
  return changes({ ...stored, 'README.md': readme }, { ...wanted, 'README.md': renewed })
}
