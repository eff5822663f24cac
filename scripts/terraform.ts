// Writes terraform/.
import { join } from 'node:path'
import { command, print } from './system/command.ts'
import { writeFiles } from './system/write-files.ts'
import { localState } from './terraform/local-state.ts'
import { checkLockFiles } from './terraform/lock-files.ts'
import { pendingChanges, staleFiles } from './terraform/pending-changes.ts'

const help = `npm run terraform [-- --check | --local-state]

Writes terraform/ from scripts/terraform/: .tf.json files, vars files, and the tables in each README. Fails if a lock file
was written for other providers than scripts/terraform/core/required-providers.ts admits.
  --check        writes nothing; exits 1 and names the files that differ
  --local-state  also writes ${localState.path}: see "Apply" in terraform/README.md
  --help         prints this`

const tree = join(import.meta.dirname, '..')

await command('terraform', {
  help,
  options: { check: { type: 'boolean', default: false }, 'local-state': { type: 'boolean', default: false } },
  run({ values }) {
    checkLockFiles(tree)
    const changed = pendingChanges(tree)
    const names = Object.keys(changed)
    if (values.check && names.length > 0) throw new Error(`${staleFiles}\n${names.join('\n')}`)
    const wanted = values['local-state'] ? { ...changed, [localState.path]: localState.text } : changed
    print(writeFiles(tree, wanted).join('\n') || 'terraform/ is up to date')
  },
})
