// Writes terraform/ and the README's table of it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeChanges } from './terraform/core/stored-files.ts'
import { localState } from './terraform/local-state.ts'
import { pendingChanges } from './terraform/pending-changes.ts'

const help = `npm run terraform [-- --check | --local-state]

Writes terraform/, and the table of it in README.md, from scripts/terraform/.
  --check        writes nothing; exits 1 and names the files that differ
  --local-state  writes ${localState.path} too: see "Apply" in terraform/README.md`

const tree = join(import.meta.dirname, '..')
const flag = { type: 'boolean', default: false } as const

try {
  const { values } = parseArgs({ options: { check: flag, 'local-state': flag, help: flag } })
  if (values.help) console.log(help)
  else run(values.check, values['local-state'])
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function run(check: boolean, local: boolean) {
  const changed = pendingChanges(tree)
  const names = Object.keys(changed)
  if (check && names.length > 0)
    throw new Error(
      `${names.join('\n')}\nnot as npm run terraform writes ${names.length === 1 ? 'it' : 'them'}; run it`,
    )
  const wanted = local ? { ...changed, [localState.path]: localState.text } : changed
  writeChanges(tree, wanted)
  const lines = Object.entries(wanted).map(([name, text]) => `${text === null ? 'removed' : 'written'}: ${name}`)
  console.log(lines.join('\n') || 'terraform/ is up to date')
}
