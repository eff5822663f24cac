import { expression } from './meta-arguments.ts'
import type { AttributeType } from './provider-schema.ts'

type Written = { schema: object; type: string }

const scalars: Record<string, Written> = {
  string: { schema: { type: 'string' }, type: 'string' },
  number: { schema: { type: 'number' }, type: 'number' },
  bool: { schema: { type: 'boolean' }, type: 'boolean' },
  dynamic: { schema: {}, type: 'unknown' },
}

/** What an attribute of a type may be in a .tf.json file, as JSON Schema and as TypeScript: a value, any part of which may be an expression. */
export function attributeType(type: AttributeType): Written {
  const { schema, type: plain } = typeof type === 'string' ? (scalars[type] as Written) : collection(type)
  return { schema: type === 'string' ? schema : { anyOf: [schema, expression] }, type: plain }
}

function collection([kind, of]: Exclude<AttributeType, string>): Written {
  if (kind === 'object') {
    const fields = Object.entries(of).map(([name, field]) => [name, attributeType(field)] as const)
    const properties = Object.fromEntries(fields.map(([name, { schema }]) => [name, schema]))
    return {
      schema: { type: 'object', properties, additionalProperties: false },
      type: `{ ${fields.map(([name, { type }]) => `${name}: ${type}`).join('; ')} }`,
    }
  }
  const item = attributeType(of)
  if (kind === 'map')
    return { schema: { type: 'object', additionalProperties: item.schema }, type: `Record<string, ${item.type}>` }
  return { schema: { type: 'array', items: item.schema }, type: `${item.type}[]` }
}
