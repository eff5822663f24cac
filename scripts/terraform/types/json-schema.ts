import { attributeType, pascal } from './attribute-types.ts'
import type { Attribute, AttributeType, Block, NestedBlock, ProviderSchema, Schemas } from './provider-schema.ts'

/** How an expression looks once written. */
const expressionSchema = { type: 'string', pattern: '\\$\\{' }

const text = { type: 'string' }

const references = { type: 'array', items: { type: 'string' }, tsType: 'Expression[]' }

/** The arguments that Terraform itself gives to every resource and data source. */
const metaArguments = {
  count: { anyOf: [{ type: 'integer' }, expressionSchema], tsType: 'Value<number>' },
  for_each: { anyOf: [{ type: 'object' }, expressionSchema], tsType: 'Value<Record<string, unknown>>' },
  provider: { type: 'string', tsType: 'Expression' },
  depends_on: references,
  lifecycle: {
    title: 'Lifecycle',
    type: 'object',
    properties: {
      create_before_destroy: { type: 'boolean' },
      prevent_destroy: { type: 'boolean' },
      ignore_changes: { anyOf: [{ const: 'all' }, references], tsType: "'all' | Expression[]" },
      replace_triggered_by: references,
      postcondition: {
        type: 'array',
        items: {
          title: 'Condition',
          type: 'object',
          properties: {
            condition: { ...expressionSchema, tsType: 'Expression' },
            error_message: { ...text, tsType: 'Value<string>' },
          },
          required: ['condition', 'error_message'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
}

type Definitions = Record<string, object>

/** The JSON Schema of what a provider takes in a .tf.json file; the titles become names of types. */
export function jsonSchema(provider: string, schema: ProviderSchema): object {
  const definitions: Definitions = {}
  const section = (schemas: Schemas, infix: string) => {
    const types = Object.entries(schemas).map(([type, { block }]) => {
      const body = define(definitions, infix + pascal(type), withoutId(block), metaArguments)
      return [type, { type: 'object', additionalProperties: body }]
    })
    return closed(Object.fromEntries(types), [], `${pascal(provider)}${infix}Resources`)
  }
  const properties = {
    provider: define(definitions, `${pascal(provider)}Provider`, schema.provider.block, { alias: text }),
    resource: section(schema.resource_schemas, ''),
    data: section(schema.data_source_schemas, 'Data'),
  }
  return { ...closed(properties, Object.keys(properties), pascal(provider)), definitions }
}

const closed = (properties: object, required: string[] = [], title?: string) => ({
  ...(title && { title }),
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** Providers list `id` as optional, but refuse it when it is set. */
function withoutId({ attributes: { id, ...attributes } = {}, ...block }: Block): Block {
  return { ...block, attributes: id?.computed ? attributes : { ...attributes, ...(id && { id }) } }
}

/** What the provider alone computes cannot be written, and what is on its way out should not be. */
const isWritable = ({ required, optional, deprecated }: Attribute) => (required || optional) && !deprecated

/** A block that must be there is written out; any other may be left to an expression. */
const isDynamic = ({ nesting_mode, min_items }: NestedBlock) => nesting_mode !== 'single' && !min_items

const forEach = { ...expressionSchema, tsType: 'Expression' }

/** Adds a block and all that nest in it to the definitions. */
function define(definitions: Definitions, title: string, block: Block, extra: object = {}): { $ref: string } {
  const properties: Record<string, object> = {}
  const dynamic: Record<string, object> = {}
  for (const [name, attribute] of Object.entries(block.attributes ?? {}).filter(([, of]) => isWritable(of))) {
    properties[name] = {
      ...attributeSchema(attribute.type),
      tsType: `Value<${attributeType(attribute.type, 'written')}>`,
    }
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const content = define(definitions, title + pascal(name), nested.block)
    properties[name] = nest(nested, content)
    if (isDynamic(nested)) dynamic[name] = closed({ for_each: forEach, content }, ['for_each', 'content'])
  }
  if (Object.keys(dynamic).length > 0) properties.dynamic = closed(dynamic)
  const required = [
    ...Object.entries(block.attributes ?? {}).filter(([, of]) => of.required),
    ...Object.entries(block.block_types ?? {}).filter(([, of]) => of.min_items),
  ].map(([name]) => name)
  definitions[title] = closed({ ...properties, ...extra }, required, title)
  return { $ref: `#/definitions/${title}` }
}

/** A block that can occur once is written as the object itself. */
function nest({ nesting_mode, min_items, max_items }: NestedBlock, content: object): object {
  if (nesting_mode === 'map') return { type: 'object', additionalProperties: content }
  if (nesting_mode === 'single' || nesting_mode === 'group' || max_items === 1) return content
  return { type: 'array', items: content, ...(min_items && { minItems: min_items }) }
}

const scalars: Record<string, object> = {
  string: { type: 'string' },
  number: { type: 'number' },
  bool: { type: 'boolean' },
  dynamic: {},
}

/** What an attribute may be in a .tf.json file: a value, any part of which may be an expression. */
function attributeSchema(type: AttributeType): object {
  if (type === 'string') return scalars.string as object
  return { anyOf: [typeof type === 'string' ? scalars[type] : collectionSchema(type), expressionSchema] }
}

function collectionSchema([kind, of]: Exclude<AttributeType, string>): object {
  if (kind === 'map') return { type: 'object', additionalProperties: attributeSchema(of) }
  if (kind !== 'object') return { type: 'array', items: attributeSchema(of) }
  return closed(Object.fromEntries(Object.entries(of).map(([name, field]) => [name, attributeSchema(field)])))
}
