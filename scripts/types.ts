// Writes the types of the Terraform providers, and then terraform/.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, print } from './system/command.ts'
import { installProviders, terraform } from './system/terraform.ts'
import { writeFiles } from './system/write-files.ts'
import { requiredProviders } from './terraform/core/required-providers.ts'
import { pendingChanges } from './terraform/pending-changes.ts'
import type { ProviderSchema } from './terraform/types/provider-schema.ts'
import { typeFiles } from './terraform/types/type-files.ts'

const help = `npm run types [-- --offline]

Asks the providers for their schemas, writes scripts/terraform/core/schemas/ from them, then does npm run terraform.
To raise a provider's version: change it in scripts/terraform/core/required-providers.ts, run this, then npx tsc.
To use another type of resource: add it to scripts/terraform/types/in-use.ts and run this.
  --offline  asks no provider, but writes the types again from the schemas committed here
  --help     prints this`

const tree = join(import.meta.dirname, '..')

await command('types', {
  help,
  options: { offline: { type: 'boolean', default: false } },
  async run({ values }, signal) {
    const types = await typeFiles(values.offline ? {} : await readSchemas(signal))
    print(writeFiles(tree, { ...types, ...pendingChanges(tree) }).join('\n') || 'all is up to date')
  },
})

/** Asks Terraform for the schemas of the required providers; throws what it says where it cannot. */
async function readSchemas(signal: AbortSignal) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-schemas-'))
  try {
    const problem = await installProviders(folder, requiredProviders, signal)
    if (problem)
      throw new Error(`${problem}\nIf terraform or its registry cannot be reached here: npm run types -- --offline`)
    const { code, stdout, stderr } = await terraform(folder, ['providers', 'schema', '-json'], { signal })
    if (code !== 0) throw new Error(stderr.trim())
    const schemas = JSON.parse(stdout).provider_schemas
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
