import type { Attribute, Block, NestedBlock, ProviderSchema } from './provider-schema.ts'

/**
 * Bindings of the newest aws provider that is admitted: an npm package whose assembly (jsii) names every argument. The
 * provider itself is not run here.
 */
export const bindings = '@cdktn/provider-aws@25.7.0'

/** Arguments by name, `!` after the required ones: 0 for a value, an object for a block, in a list if it may repeat. */
type Arguments = { [name: string]: 0 | Arguments | [Arguments] }

export type ProviderArguments = {
  provider: Arguments
  resource_schemas: Record<string, Arguments>
  data_source_schemas: Record<string, Arguments>
}

type Type = { fqn?: string; collection?: { elementtype: Type }; union?: { types: Type[] } }
type Property = { optional?: boolean; docs: { summary: string; remarks?: string }; type: Type }
type Interface = { properties: Property[]; interfaces?: string[]; locationInModule: { filename: string } }

/** The same as the schema of a provider, as far as the names go: any value will do. */
export function schemaOf({ provider, resource_schemas, data_source_schemas }: ProviderArguments): ProviderSchema {
  const each = (types: Record<string, Arguments>) =>
    Object.fromEntries(Object.entries(types).map(([type, of]) => [type, { block: schemaOfBlock(of) }]))
  return {
    provider: { block: schemaOfBlock(provider) },
    resource_schemas: each(resource_schemas),
    data_source_schemas: each(data_source_schemas),
  }
}

function schemaOfBlock(of: Arguments): Block {
  const block = { attributes: {} as Record<string, Attribute>, block_types: {} as Record<string, NestedBlock> }
  for (const [key, value] of Object.entries(of)) {
    const [name, required] = [key.replace('!', ''), key.endsWith('!')]
    if (value === 0) {
      block.attributes[name] = { type: 'dynamic', required, optional: !required, computed: key === 'id' }
      continue
    }
    const [nested, limit] = Array.isArray(value) ? [value[0], {}] : [value, { max_items: 1 }]
    block.block_types[name] = {
      nesting_mode: 'list',
      min_items: Number(required),
      ...limit,
      block: schemaOfBlock(nested),
    }
  }
  return block
}

type InUse = { resource_schemas: string[]; data_source_schemas: string[] }

/** The arguments of what is in use, from the types of the bindings' assembly. */
export function readArguments(types: Record<string, Interface>, inUse: InUse): ProviderArguments {
  const blockOf = ({ properties }: Interface): Arguments =>
    Object.fromEntries(
      properties.map(({ docs, optional, type }) => {
        // Only the link to its documentation has the argument's own name.
        const name = /#(\w+) \w+#\1\}/.exec(`${docs.summary}${docs.remarks}`)?.[1]
        return [`${name}${optional ? '' : '!'}`, nested(type) ?? 0]
      }),
    )
  const nested = ({ fqn = '', collection, union }: Type): Arguments | [Arguments] | undefined => {
    if (union) return union.types.map(nested).find(Boolean)
    if (!collection) return types[fqn] && blockOf(types[fqn])
    const of = nested(collection.elementtype)
    return of && [of as Arguments]
  }
  const settings = Object.values(types).filter(of => of.interfaces?.includes('cdktn.TerraformMetaArguments'))
  const find = (name: string) => {
    const found = settings.find(of => of.locationInModule.filename === `src/${name.replaceAll('_', '-')}/index.ts`)
    if (!found) throw new Error(`${bindings} has no ${name}: correct scripts/terraform/types/in-use.ts`)
    return blockOf(found)
  }
  const each = (names: string[], prefix: string) =>
    Object.fromEntries(names.map(name => [name, find(name.replace('aws_', prefix))]))
  return {
    provider: blockOf(types['@cdktn/provider-aws.provider.AwsProviderConfig'] as Interface),
    resource_schemas: each(inUse.resource_schemas, ''),
    data_source_schemas: each(inUse.data_source_schemas, 'data_aws_'),
  }
}
