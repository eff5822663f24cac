// Writes the types of the Terraform providers, and then terraform/.
import { join } from 'node:path'
import { command, print } from './system/command.ts'
import { requiredProviders } from './terraform/core/required-providers.ts'
import { writeChanges } from './terraform/core/stored-files.ts'
import { pendingChanges } from './terraform/pending-changes.ts'
import { readSchemas } from './terraform/types/provider-schema.ts'
import { schemas, writeTypes } from './terraform/types/write-types.ts'

const help = `npm run types [-- --offline]

Asks the providers for their schemas and writes scripts/terraform/schemas/ from them, then terraform/, as npm run terraform does.
To raise a provider's version: change it in scripts/terraform/core/required-providers.ts and run this; nothing else.
To use another type of resource: add it to scripts/terraform/types/in-use.ts and run this.
  --offline  asks no provider, but makes the types again from the schemas committed here
  --help     prints this`

const tree = join(import.meta.dirname, '..')

await command('types', {
  help,
  options: { offline: { type: 'boolean', default: false } },
  async run({ values }) {
    await writeTypes(schemas, values.offline ? {} : await ask())
    const changed = pendingChanges(tree)
    writeChanges(tree, changed)
    print(['scripts/terraform/schemas/', ...Object.keys(changed)].map(name => `written: ${name}`).join('\n'))
  },
})

async function ask() {
  try {
    return await readSchemas(requiredProviders)
  } catch (error) {
    throw new Error(`${(error as Error).message}\nWithout terraform or its providers: npm run types -- --offline`)
  }
}
