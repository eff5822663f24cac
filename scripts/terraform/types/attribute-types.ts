import type { AttributeType, Block, NestedBlock, ProviderSchema, Schemas } from './provider-schema.ts'

const scalars: Record<string, string> = { string: 'string', number: 'number', bool: 'boolean', dynamic: 'unknown' }

const collections = {
  list: (of: string) => `${of}[]`,
  // Terraform has no index into a set.
  set: (of: string) => `ReadonlySet<${of}>`,
  map: (of: string) => `Record<string, ${of}>`,
}

/** aws_kms_key as the name of a type: AwsKmsKey. */
export const pascal = (name: string) => name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())

const object = (fields: [name: string, type: string][]) =>
  `{ ${fields.map(([name, type]) => `${name}: ${type}`).join('; ')} }`

/** The TypeScript type of an attribute, as it is referred to or, where a set is an array, as it is written. */
export function attributeType(type: AttributeType, as: 'referred' | 'written'): string {
  if (typeof type === 'string') return scalars[type] as string
  const [kind, of] = type
  if (kind === 'object') return object(Object.entries(of).map(([name, field]) => [name, attributeType(field, as)]))
  return collections[kind === 'set' && as === 'written' ? 'list' : kind](attributeType(of, as))
}

/** The type of a block as it is referred to: it has computed attributes too, and a single block is a list of one. */
function blockType({ attributes = {}, block_types = {} }: Block): string {
  const kept = Object.entries(attributes).filter(([, { deprecated }]) => !deprecated)
  return object([
    ...kept.map(([name, { type }]): [string, string] => [name, attributeType(type, 'referred')]),
    ...Object.entries(block_types).map(([name, nested]): [string, string] => [name, nestedType(nested)]),
  ])
}

function nestedType({ nesting_mode, max_items, block }: NestedBlock): string {
  const type = blockType(block)
  if (nesting_mode === 'single' || nesting_mode === 'group') return type
  return nesting_mode === 'list' && max_items === 1 ? `[${type}]` : collections[nesting_mode](type)
}

/** The types of what can be referred to: one for each resource and data source, and one of all resources, all data sources. */
export function attributeTypes(provider: string, { resource_schemas, data_source_schemas }: ProviderSchema): string {
  const write = (schemas: Schemas, infix: string) => {
    const nameOf = (type: string) => `${infix}${pascal(type)}Attributes`
    const types = Object.entries(schemas).map(
      ([type, { block }]) => `export interface ${nameOf(type)} ${blockType(block)}\n`,
    )
    const all = object(Object.keys(schemas).map(type => [type, nameOf(type)]))
    return `${types.join('')}export interface ${nameOf(provider)} ${all}\n`
  }
  return write(resource_schemas, '') + write(data_source_schemas, 'Data')
}
