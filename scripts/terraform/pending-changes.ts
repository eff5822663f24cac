import { writeCosts } from './aws/costs.ts'
import { configurations } from './configurations.ts'
import { generate } from './core/generate.ts'
import { readme } from './core/readme.ts'
import { changes, readFiles } from './core/stored-files.ts'
import { checkVarsFiles, varsFiles } from './vars-files.ts'

/** Every JSON file of terraform/: its text by its path. */
export const files = (): Record<string, string> => Object.assign({}, ...configurations.map(generate), varsFiles())

/** Begins the error of npm run terraform -- --check, before the names of the files. */
export const staleFiles = 'these files are not what npm run terraform writes; run it'

/** What has to be written in a working tree so that terraform/ is up to date: text by path, null for removal. */
export function pendingChanges(tree: string): Record<string, string | null> {
  const stored = readFiles(tree, 'terraform/**/*.{json,md}')
  const wanted = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`terraform/${path}`, text]))
  checkVarsFiles({ ...stored, ...wanted })
  for (const configuration of configurations) {
    const path = `terraform/${configuration.folder}/README.md`
    wanted[path] = readme(configuration, stored[path])
  }
  const guide = 'terraform/aws/README.md'
  if (stored[guide]) wanted[guide] = writeCosts(stored[guide])
  return changes(stored, wanted)
}
