import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requiredProviders } from '../terraform/required-providers.ts'
import { compileTypes } from './compile-types.ts'
import { inUse, type ProviderName } from './in-use.ts'
import { jsonSchema } from './json-schema.ts'
import type { ProviderSchema } from './provider-schema.ts'
import { readSchemas } from './read-schemas.ts'
import { reduceSchema } from './reduce-schema.ts'

const folder = join(import.meta.dirname, '../terraform/schemas')

/** JSON with one line for each entry down to a depth, so that it stays short and a change in it can be seen. */
const print = (value: object, depth: number): string => {
  const entries = Object.entries(value).map(([key, of]) => {
    const text = depth > 1 && of && typeof of === 'object' ? print(of, depth - 1) : JSON.stringify(of)
    return `${JSON.stringify(key)}: ${text}`
  })
  return Array.isArray(value) ? JSON.stringify(value) : `{\n${entries.join(',\n')}\n}`
}

/** The files of one provider, by name: its schema, reduced to what is in use, and what is made of it. */
export async function typesOf(name: ProviderName, schema: ProviderSchema): Promise<Record<string, string>> {
  const reduced = reduceSchema(schema, inUse[name])
  const json = jsonSchema(name, reduced)
  return {
    [`${name}.provider.json`]: `${print(reduced, 2)}\n`,
    [`${name}.json`]: `${print(json, 2)}\n`,
    [`${name}.d.ts`]: await compileTypes(name, json),
  }
}

/** The reduced schema of a provider that is committed here. */
export async function committedSchema(name: ProviderName): Promise<ProviderSchema> {
  return JSON.parse(await readFile(join(folder, `${name}.provider.json`), 'utf8'))
}

/** Writes schemas and types of every provider: from the providers themselves, or offline from the schemas committed here. */
export async function writeTypes({ offline }: { offline: boolean }): Promise<void> {
  const fresh = offline ? {} : await readSchemas(requiredProviders)
  for (const name of Object.keys(inUse) as ProviderName[]) {
    const files = await typesOf(name, fresh[name] ?? (await committedSchema(name)))
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  }
}
