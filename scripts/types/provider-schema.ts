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
