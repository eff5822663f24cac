/** What of `terraform providers schema -json` is read here. */
export type AttributeType = string | ['list' | 'set' | 'map', AttributeType] | ['object', Record<string, AttributeType>]

export type Attribute = {
  type: AttributeType
  required?: boolean
  optional?: boolean
  computed?: boolean
  deprecated?: boolean
}

export type NestedBlock = {
  nesting_mode: 'single' | 'group' | 'list' | 'set' | 'map'
  block: Block
  min_items?: number
  max_items?: number
}

export type Block = { attributes?: Record<string, Attribute>; block_types?: Record<string, NestedBlock> }

export type Schemas = Record<string, { block: Block }>

export type ProviderSchema = {
  provider: { block: Block }
  resource_schemas: Schemas
  data_source_schemas: Schemas
}

/** Keeps of a provider's schema what is in use, without descriptions. */
export function reduceSchema(
  schema: ProviderSchema,
  inUse: { resource_schemas: string[]; data_source_schemas: string[] },
): ProviderSchema {
  const pick = (schemas: Schemas, names: string[]) =>
    Object.fromEntries(
      names.map(name => {
        const found = schemas[name]
        if (!found)
          throw new Error(
            `the provider has no ${name}: correct scripts/terraform/types/in-use.ts, or the provider's version`,
          )
        return [name, found]
      }),
    )
  const reduced = {
    provider: schema.provider,
    resource_schemas: pick(schema.resource_schemas, inUse.resource_schemas),
    data_source_schemas: pick(schema.data_source_schemas, inUse.data_source_schemas),
  }
  // An attribute may itself be called description: only texts are dropped.
  const dropTexts = (key: string, value: unknown) =>
    ['description', 'description_kind'].includes(key) && typeof value === 'string' ? undefined : value
  return JSON.parse(JSON.stringify(reduced, dropTexts))
}
