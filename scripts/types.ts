// Writes the types of the Terraform providers, and then terraform/.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, print } from './system/command.ts'
import { terraform } from './system/terraform.ts'
import { requiredProviders } from './terraform/core/required-providers.ts'
import { writeChanges } from './terraform/core/stored-files.ts'
import { pendingChanges } from './terraform/pending-changes.ts'
import type { ProviderSchema } from './terraform/types/provider-schema.ts'
import { schemas, writeTypes } from './terraform/types/write-types.ts'

const help = `npm run types [-- --offline]

Asks the providers for their schemas, writes scripts/terraform/schemas/ from them, then does npm run terraform.
To raise a provider's version: change it in scripts/terraform/core/required-providers.ts and run this; nothing else.
To use another type of resource: add it to scripts/terraform/types/in-use.ts and run this.
  --offline  asks no provider, but makes the types again from the schemas committed here
  --help     prints this`

const tree = join(import.meta.dirname, '..')

await command('types', {
  help,
  options: { offline: { type: 'boolean', default: false } },
  async run({ values }, signal) {
    await writeTypes(schemas, values.offline ? {} : await readSchemas(signal))
    const changed = pendingChanges(tree)
    writeChanges(tree, changed)
    print(['scripts/terraform/schemas/', ...Object.keys(changed)].map(name => `written: ${name}`).join('\n'))
  },
})

/** Asks Terraform for the schemas of the required providers; throws what it says where it cannot. */
async function readSchemas(signal: AbortSignal) {
  // A folder of its own, without a backend: terraform wants a backend initialised before it shows schemas.
  const folder = mkdtempSync(join(tmpdir(), 'terraform-schemas-'))
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await terraform(folder, args, { signal })
    if (code !== 0) throw new Error(`${stderr.trim()}\nWithout terraform or its providers: npm run types -- --offline`)
    return stdout
  }
  try {
    const configuration = { terraform: { required_providers: requiredProviders } }
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration))
    await run('init', '-backend=false')
    const schemas = JSON.parse(await run('providers', 'schema', '-json')).provider_schemas
    return Object.fromEntries(
      Object.entries(requiredProviders).map(([name, { source }]): [string, ProviderSchema] => [
        name,
        schemas[`registry.terraform.io/${source}`],
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
