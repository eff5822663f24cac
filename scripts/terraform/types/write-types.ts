import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { ProviderName } from '../core/required-providers.ts'
import { attributeTypes } from './attribute-types.ts'
import { inUse } from './in-use.ts'
import { jsonSchema } from './json-schema.ts'
import { type ProviderSchema, reduceSchema } from './provider-schema.ts'

/** The folder of what is committed. */
export const schemas = join(import.meta.dirname, '../schemas')

const header = `// Written by npm run types from the provider's own schema; edit scripts/terraform/types/in-use.ts instead.
import type { Expression, Value } from '../core/expression.ts'
`

/** JSON with one line for each entry down to a depth, so that it stays short and a change in it can be seen. */
const print = (value: object, depth: number): string => {
  const entries = Object.entries(value).map(([key, of]) => {
    const text = depth > 1 && of && typeof of === 'object' ? print(of, depth - 1) : JSON.stringify(of)
    return `${JSON.stringify(key)}: ${text}`
  })
  return `{\n${entries.join(',\n')}\n}`
}

/** The files of one provider, by name: its schema, reduced to what is in use, and the types made of it. */
async function typesOf(name: ProviderName, schema: ProviderSchema): Promise<Record<string, string>> {
  const reduced = reduceSchema(schema, inUse[name])
  const argumentSchema = jsonSchema(name, reduced) as JSONSchema
  const argumentTypes = await compile(argumentSchema, name, { bannerComment: header, additionalProperties: false })
  return {
    [`${name}.provider.json`]: `${print(reduced, 2)}\n`,
    [`${name}.d.ts`]: argumentTypes + attributeTypes(name, reduced),
  }
}

/** Writes schemas and types of every provider: of the schema given, or, where none is, of the one committed here. */
export async function writeTypes(target: string, given: Partial<Record<ProviderName, ProviderSchema>>): Promise<void> {
  for (const name of Object.keys(inUse) as ProviderName[]) {
    const schema = given[name] ?? JSON.parse(await readFile(join(schemas, `${name}.provider.json`), 'utf8'))
    for (const [file, text] of Object.entries(await typesOf(name, schema))) await writeFile(join(target, file), text)
  }
}
