import t from 'tap'
import { readArguments, schemaOf } from './bindings.ts'

const prefix = '@cdktn/provider-aws'
const docs = (name: string, isBlock = false) => {
  const link = `{@link https://registry/docs/resources/x#${name} X#${name}}`
  return isBlock ? { summary: `${name} block.`, remarks: link } : { summary: `Docs: ${link}.` }
}
const text = { primitive: 'string' }
const block = { fqn: `${prefix}.thing.ThingSpec` }
const repeated = { union: { types: [{ fqn: 'cdktn.IResolvable' }, { collection: { elementtype: block } }] } }
const argument = (name: string, type: object = text, optional = false) => ({
  docs: docs(name, type !== text),
  type,
  optional,
})

const settings = { interfaces: ['cdktn.TerraformMetaArguments'] }
const types = {
  [`${prefix}.provider.AwsProviderConfig`]: {
    locationInModule: { filename: 'src/provider/index.ts' },
    properties: [argument('region', text, true)],
  },
  // Some of these names differ from that of the resource: the file does not.
  [`${prefix}.thing.ThingAConfig`]: {
    ...settings,
    locationInModule: { filename: 'src/my-thing/index.ts' },
    properties: [
      argument('role_arn'),
      argument('id', text, true),
      argument('labels', { collection: { elementtype: text } }, true),
      argument('spec', block),
      argument('rule', repeated, true),
    ],
  },
  [`${prefix}.thing.ThingSpec`]: {
    locationInModule: { filename: 'src/my-thing/index.ts' },
    properties: [argument('size')],
  },
  [`${prefix}.dataThing.DataThingConfig`]: {
    ...settings,
    locationInModule: { filename: 'src/data-aws-my-thing/index.ts' },
    properties: [argument('name')],
  },
}
const read = (...names: string[]) => readArguments(types, { resource_schemas: names, data_source_schemas: names })

t.test('arguments are read by their own names, with the blocks that nest', async t =>
  t.same(read('aws_my_thing'), {
    provider: { region: 0 },
    resource_schemas: {
      aws_my_thing: { 'role_arn!': 0, id: 0, labels: 0, 'spec!': { 'size!': 0 }, rule: [{ 'size!': 0 }] },
    },
    data_source_schemas: { aws_my_thing: { 'name!': 0 } },
  }),
)

t.test('a type that the bindings lack is named', async t =>
  t.throws(() => read('aws_nothing'), { message: /has no nothing: correct .*in-use\.ts/ }),
)

t.test('they become a schema', async t => {
  const { block } = schemaOf(read('aws_my_thing')).resource_schemas.aws_my_thing ?? {}
  t.match(block?.attributes, { role_arn: { required: true }, labels: { optional: true }, id: { computed: true } })
  t.match(block?.block_types, {
    spec: { min_items: 1, max_items: 1, block: { attributes: { size: { required: true } } } },
    rule: { min_items: 0, max_items: undefined },
  })
})
