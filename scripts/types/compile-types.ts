import { compile, type JSONSchema } from 'json-schema-to-typescript'

const header = `// Written by npm run types from the provider's own schema; edit scripts/types/in-use.ts instead.
import type { Expression, Value } from '../core/expression.ts'
`

/** The TypeScript types of a provider's JSON Schema. */
export const compileTypes = (name: string, schema: object): Promise<string> =>
  compile(schema as JSONSchema, name, { bannerComment: header, additionalProperties: false })
