import { Ajv } from 'ajv'
import t from 'tap'
import { configurations } from './configurations.ts'
import { expressions, generate } from './core/generate.ts'
import type { Configuration } from './core/module.ts'
import awsProvider from './schemas/aws.provider.json' with { type: 'json' }
import kubernetesProvider from './schemas/kubernetes.provider.json' with { type: 'json' }
import { inUse } from './types/in-use.ts'
import { jsonSchema } from './types/json-schema.ts'
import type { ProviderSchema } from './types/provider-schema.ts'

const ajv = new Ajv({ strict: false, allErrors: true })
for (const [name, schema] of Object.entries({ aws: awsProvider, kubernetes: kubernetesProvider }))
  ajv.addSchema(jsonSchema(name, schema as unknown as ProviderSchema), name)
const used = new Set<string>()

for (const configuration of configurations)
  t.test(`${configuration.folder} is what the providers take`, async t => {
    const documents = Object.values(generate(configuration)).map(text => JSON.parse(text))
    for (const section of ['resource', 'data', 'provider'])
      for (const [type, named] of Object.entries<object>(Object.assign({}, ...documents.map(of => of[section])))) {
        const provider = type.split('_')[0] as string
        used.add(type)
        if (type === 'terraform_data') continue // of Terraform itself, which has no schema to read
        const pointer = section === 'provider' ? section : `${section}/properties/${type}`
        const validate = ajv.getSchema(`${provider}#/properties/${pointer}`)
        t.ok(validate?.(named), `${section}.${type}`, { found: validate?.errors })
      }
  })

t.test('a reference goes to an attribute or an output that is there', async t => {
  const named = /(?<![\w.])(data\.)?((?:aws|kubernetes)_\w+|module)\.(\w+)(?:\[\w\])?\.(\w+)/g
  let count = 0
  for (const { folder, main, outputs } of configurations as Configuration[])
    for (const [address, { code }] of expressions({ ...main, output: outputs }))
      for (const [reference, ofData, type = '', name = '', attribute = ''] of code.matchAll(named)) {
        const source = main.module?.[name]?.source
        const schemas = Object.assign(
          {},
          ...[awsProvider, kubernetesProvider].map(of => of[ofData ? 'data_source_schemas' : 'resource_schemas']),
        )
        const known = source
          ? configurations.find(({ folder }) => folder === source)?.outputs
          : { ...schemas[type]?.block.attributes, ...schemas[type]?.block.block_types }
        t.ok(known && attribute in known, `${folder}: ${address}: ${reference}`)
        count++
      }
  t.ok(count > 20)
})

t.test('no schema is kept for nothing', async t => {
  for (const { resource_schemas, data_source_schemas } of Object.values(inUse))
    for (const type of [...resource_schemas, ...data_source_schemas]) t.ok(used.has(type), type)
})
