// Writes the types of the Terraform providers.
import { parseArgs } from 'node:util'
import { readSchemas } from './terraform/cli/read-schemas.ts'
import { requiredProviders } from './terraform/required-providers.ts'
import { schemas, writeTypes } from './types/write-types.ts'

const help = `npm run types [-- --offline]

Writes the schemas and types of what scripts/types/in-use.ts names, as terraform's providers say them.
  --offline  asks no provider, but makes the types again from the schemas committed here`

const flag = { type: 'boolean', default: false } as const

try {
  const { values } = parseArgs({ options: { offline: flag, help: flag } })
  if (values.help) console.log(help)
  else await writeTypes(schemas, values.offline ? {} : await ask())
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function ask() {
  try {
    return await readSchemas(requiredProviders)
  } catch (error) {
    throw new Error(`${(error as Error).message}\nWithout terraform or its providers: npm run types -- --offline`)
  }
}
