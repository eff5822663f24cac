import { Ajv } from 'ajv'
import fc from 'fast-check'
import t from 'tap'
import { readSchemas } from '../contract/schemas.ts'
import { app } from '../terraform/app.ts'
import { valuesSchema } from '../terraform/core/variables.ts'
import { violations } from './check-schema.ts'

const ajv = new Ajv({ strict: false })

type Schema = { properties?: Record<string, Schema>; [keyword: string]: unknown }

/** The schemas that values are checked against: of the replies, and of the inputs of `app`. */
const { environment, 'upload-random-headers': _, ...replies } = readSchemas()
const schemas = { ...replies, app: valuesSchema(app.variables) } as unknown as Record<string, Schema>

/** Values that a schema mostly accepts. */
function accepted(schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: options, pattern, minimum: min, maximum: max } = schema
  const values = [schema.const, ...((options as []) ?? []), ...((schema.examples as []) ?? [])].filter(each => each)
  if (values.length > 0) return fc.constantFrom(...values)
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'))
  if (type === 'integer') return fc.integer({ min: min as number, max: max as number })
  return type === 'string' ? fc.string() : type === 'boolean' ? fc.boolean() : fc.constant(schema.default)
}

for (const [name, schema] of Object.entries(schemas))
  t.test(`ajv agrees on values for ${name}`, async t => {
    const validate = ajv.compile(schema)
    const { properties = {} } = schema
    const right = fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, accepted(each)])),
    )
    const names = fc.oneof(fc.constantFrom(...Object.keys(properties)), fc.constantFrom('toString', 'other'))
    const change = fc.oneof(fc.constant({}), fc.dictionary(names, fc.jsonValue(), { maxKeys: 2 }))
    const value = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(right, change).map(([value, change]) => ({ ...value, ...change })) },
      { weight: 1, arbitrary: fc.jsonValue() },
    )
    const verdicts = { right: 0, wrong: 0 }
    fc.assert(
      fc.property(value, value => {
        const isRight = validate(value)
        verdicts[isRight ? 'right' : 'wrong']++
        return isRight === (violations(schema, value).length === 0)
      }),
      { numRuns: 300 },
    )
    t.ok(verdicts.right > 10 && verdicts.wrong > 10, JSON.stringify(verdicts))
  })

/** Says nothing of a value, or, as default and what follows it, is for Terraform. */
const annotations = ['title', 'description', 'examples', 'default', 'message', 'validation', 'sensitive', 'ephemeral']
const keywords = ['type', 'const', 'enum', 'pattern', 'minimum', 'maximum', 'required', 'items', 'perApply']
const known = new Set([...annotations, ...keywords, 'properties', 'additionalProperties'])

const unknown = (schema: Schema): string[] => [
  ...Object.keys(schema).filter(keyword => !known.has(keyword)),
  ...Object.values(schema.properties ?? {}).flatMap(unknown),
  ...[schema.items, schema.additionalProperties].flatMap(each => (each ? unknown(each as Schema) : [])),
]
for (const [name, schema] of Object.entries(schemas))
  t.same(unknown(schema), [], `${name} has no keyword that would be passed over`)

const schema = {
  type: 'object',
  properties: {
    size: { type: 'integer', minimum: 1, maximum: 9 },
    kind: { enum: ['a', 'b'] },
    names: { type: 'array', items: { type: ['string', 'null'], pattern: '^[a-z]*$' } },
    labels: { type: 'object', additionalProperties: { const: 'x' } },
  },
  required: ['size'],
  additionalProperties: false,
} as const

const cases: [value: unknown, keyword: string | undefined, words?: string][] = [
  [{ size: 1, kind: 'b', names: ['n', null, ''], labels: { l: 'x' } }, undefined],
  ['text', 'type', ' must be object'],
  [[], 'type', ' must be object'],
  [null, 'type', ' must be object'],
  [{}, 'required', 'size is missing'],
  [{ size: 1.5 }, 'type', 'size must be integer'],
  [{ size: 0 }, 'minimum', 'size must be 1 or more'],
  [{ size: 10 }, 'maximum', 'size must be 9 or less'],
  [{ size: 1, kind: 'c' }, 'enum', 'kind must be one of a, b'],
  [{ size: 1, names: [1] }, 'type', 'names/0 must be string or null'],
  [{ size: 1, names: ['n', 'N'] }, 'pattern', 'names/1 must match ^[a-z]*$'],
  [{ size: 1, labels: { l: 'y' } }, 'const', 'labels/l must be "x"'],
  [{ size: 1, toString: 1 }, 'additionalProperties', 'toString must not be there'],
]
for (const [value, keyword, words] of cases)
  t.test(`${JSON.stringify(value)}: ${words ?? 'right'}`, async t => {
    const found = violations(schema, value).map(each => [each.keyword, `${each.path} ${each.message}`])
    t.same(found, keyword ? [[keyword, words]] : [])
    t.equal(ajv.validate(schema, value), keyword === undefined)
  })
