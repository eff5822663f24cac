import { Ajv } from 'ajv'
import t from 'tap'
import { configurations } from './configurations.ts'
import { generate } from './core/generate.ts'
import awsProvider from './core/schemas/aws.provider.json' with { type: 'json' }
import aws6 from './core/schemas/aws-6.json' with { type: 'json' }
import kubernetesProvider from './core/schemas/kubernetes.provider.json' with { type: 'json' }
import { type ProviderArguments, schemaOf } from './types/bindings.ts'
import { inUse } from './types/in-use.ts'
import { jsonSchema } from './types/json-schema.ts'
import type { ProviderSchema } from './types/provider-schema.ts'

/** What each provider takes, by the file that says so: of the version that is run, and of the newest that is admitted. */
const schemas: Record<string, Record<string, unknown>> = {
  aws: { 'aws.provider.json': awsProvider, 'aws-6.json': schemaOf(aws6 as unknown as ProviderArguments) },
  kubernetes: { 'kubernetes.provider.json': kubernetesProvider },
}
const ajv = new Ajv({ strict: false, allErrors: true })
for (const [provider, files] of Object.entries(schemas))
  for (const [file, schema] of Object.entries(files))
    ajv.addSchema(jsonSchema(provider, schema as ProviderSchema), file)
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
        for (const file of Object.keys(schemas[provider] ?? {})) {
          const validate = ajv.getSchema(`${file}#/properties/${pointer}`)
          // Of a provider there may be several configurations.
          for (const one of [named].flat())
            t.ok(validate?.(one), `${section}.${type} by ${file}`, { found: validate?.errors })
        }
      }
  })

t.test('no schema is kept for nothing', async t => {
  for (const { resource_schemas, data_source_schemas } of Object.values(inUse))
    for (const type of [...resource_schemas, ...data_source_schemas]) t.ok(used.has(type), type)
})
