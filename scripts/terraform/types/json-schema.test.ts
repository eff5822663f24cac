import { Ajv } from 'ajv'
import t from 'tap'
import { jsonSchema } from './json-schema.ts'
import { type Block, reduceSchema } from './provider-schema.ts'

const optional = { optional: true }
const block: Block = {
  attributes: {
    id: { type: 'string', optional: true, computed: true },
    name: { type: 'string', required: true },
    uid: { type: 'string', computed: true },
    zone: { type: 'string', optional: true, computed: true },
    old: { type: 'string', optional: true, deprecated: true },
    size: { type: 'number', ...optional },
    on: { type: 'bool', ...optional },
    any: { type: 'dynamic', ...optional },
    tags: { type: ['map', 'string'], ...optional },
    ports: { type: ['list', 'number'], ...optional },
    rules: { type: ['set', ['object', { cidr: 'string' }]], ...optional },
  },
  block_types: {
    spec: {
      nesting_mode: 'list',
      min_items: 1,
      max_items: 1,
      block: { attributes: { a: { type: 'string', required: true } } },
    },
    env: { nesting_mode: 'list', block: { attributes: { name: { type: 'string', required: true } } } },
    part: { nesting_mode: 'set', min_items: 1, block: {} },
    labelled: { nesting_mode: 'map', block: {} },
    timeouts: { nesting_mode: 'single', block: { attributes: { create: { type: 'string', ...optional } } } },
  },
}
const identified = { attributes: { id: { type: 'string', required: true } } }
const schema = {
  provider: { block: {} },
  resource_schemas: { x_thing: { block }, x_named: { block: identified } },
  data_source_schemas: {},
}

t.test('a block as it may be written', async t => {
  const ajv = new Ajv({ strict: false }).addSchema(jsonSchema('x', schema), 'x')
  const accepts = (name: string, value: object) => ajv.validate({ $ref: `x#/definitions/${name}` }, value)
  const good = { name: 'n', spec: { a: 'b' }, part: [{}] }
  const cases: [object, boolean][] = [
    [{}, true],
    [{ zone: 'z', size: 1, on: true, any: [1], tags: { a: 'b' }, ports: [1], rules: [{ cidr: 'c' }] }, true],
    [{ size: `\${var.x}`, on: `\${var.x}`, tags: `\${var.x}`, ports: [`\${var.x}`] }, true],
    [{ env: [{ name: 'n' }], labelled: { a: {} }, timeouts: { create: '1m' } }, true],
    [{ dynamic: { env: { for_each: `\${var.x}`, content: { name: 'n' } } } }, true],
    [{ count: 1, depends_on: ['a.b'], lifecycle: { prevent_destroy: true } }, true],
    [{ id: 'computed' }, false],
    [{ uid: 'computed' }, false],
    [{ old: 'deprecated' }, false],
    [{ size: '1' }, false],
    [{ tags: { a: 1 } }, false],
    [{ rules: [{ cidr: 'c', more: 1 }] }, false],
    [{ spec: 'a string where a block belongs' }, false],
    [{ spec: [{ a: 'b' }] }, false],
    [{ spec: {} }, false],
    [{ part: [] }, false],
    [{ env: { name: 'n' } }, false],
    [{ dynamic: { spec: { for_each: `\${var.x}`, content: { a: 'b' } } } }, false],
    [{ naem: 'n' }, false],
  ]
  for (const [more, valid] of cases) t.equal(accepts('XThing', { ...good, ...more }), valid, JSON.stringify(more))
  t.notOk(accepts('XThing', { name: 'n', part: [{}] }), 'without a required block')
  t.ok(accepts('XNamed', { id: 'x' }), 'an id that is asked for')
})

t.test('what is not in use, and descriptions, are dropped; what the provider lacks is named', async t => {
  const described = { block: { attributes: { description: { type: 'string', optional: true, description: 'Text.' } } } }
  const full = { ...schema, resource_schemas: { x_thing: described, x_named: { block: identified } } }
  const reduced = reduceSchema(full, { resource_schemas: ['x_thing'], data_source_schemas: [] })
  t.same(reduced.resource_schemas, {
    x_thing: { block: { attributes: { description: { type: 'string', optional: true } } } },
  })
  t.throws(() => reduceSchema(schema, { resource_schemas: ['x_nope'], data_source_schemas: [] }), {
    message: /no x_nope/,
  })
})
