import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { ProviderName } from '../core/required-providers.ts'
import { attributeTypes } from './attribute-types.ts'
import { inUse } from './in-use.ts'
import { jsonSchema } from './json-schema.ts'
import { type ProviderSchema, reduceSchema } from './provider-schema.ts'

const tree = join(import.meta.dirname, '../../..')
const schemas = 'scripts/terraform/core/schemas'

const header = `// Written by npm run types from the provider's own schema; edit scripts/terraform/types/in-use.ts instead.
import type { Expression, Value } from '../expression.ts'
`

/** JSON with one line for each entry down to a depth, so that it stays short and a change in it can be seen. */
export const printEntries = (value: object, depth: number): string => {
  const entries = Object.entries(value).map(([key, of]) => {
    const text = depth > 1 && of && typeof of === 'object' ? printEntries(of, depth - 1) : JSON.stringify(of)
    return `${JSON.stringify(key)}: ${text}`
  })
  return `{\n${entries.join(',\n')}\n}`
}

/** The files of one provider, by path: its schema, reduced to what is in use, and the types made of it. */
async function typesOf(name: ProviderName, schema: ProviderSchema): Promise<Record<string, string>> {
  const reduced = reduceSchema(schema, inUse[name])
  const argumentSchema = jsonSchema(name, reduced) as JSONSchema
  const argumentTypes = await compile(argumentSchema, name, { bannerComment: header, additionalProperties: false })
  return {
    [`${schemas}/${name}.provider.json`]: `${printEntries(reduced, 2)}\n`,
    [`${schemas}/${name}.d.ts`]: argumentTypes + attributeTypes(name, reduced),
  }
}

/** The files of every provider, by path: of the schema given, or, where none is, of the one committed here. */
export async function typeFiles(given: Partial<Record<ProviderName, ProviderSchema>>): Promise<Record<string, string>> {
  const names = Object.keys(inUse) as ProviderName[]
  const committed = (name: ProviderName) =>
    JSON.parse(readFileSync(join(tree, schemas, `${name}.provider.json`), 'utf8'))
  return Object.assign({}, ...(await Promise.all(names.map(name => typesOf(name, given[name] ?? committed(name))))))
}
