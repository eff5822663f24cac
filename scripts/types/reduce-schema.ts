import type { ProviderSchema, Schemas } from './provider-schema.ts'

type InUse = { resource_schemas: string[]; data_source_schemas: string[] }

/** Keeps of a provider's schema what is in use, without descriptions. */
export function reduceSchema(schema: ProviderSchema, inUse: InUse): ProviderSchema {
  const pick = (schemas: Schemas, names: string[]) =>
    Object.fromEntries(
      names.map(name => {
        const found = schemas[name]
        if (!found)
          throw new Error(`the provider has no ${name}: correct scripts/types/in-use.ts, or the provider's version`)
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
