import t from 'tap'
import { expression } from './expression.ts'
import { type Input, inputs, references, type ValuesOf } from './inputs.ts'
import { variableBlocks } from './variable-blocks.ts'

const block = (input: Input) => JSON.parse(JSON.stringify(variableBlocks('app', { a: input }))).a
const about = { description: 'About it.', message: 'Do this.' }

t.test('types', async t => {
  const cases: [Input, string][] = [
    [{ ...about, type: 'string' }, 'string'],
    [{ ...about, type: ['boolean', 'null'] }, 'bool'],
    [{ ...about, type: 'integer' }, 'number'],
    [{ ...about, type: 'array', items: { type: 'string' } }, 'list(string)'],
    [{ ...about, type: 'object', additionalProperties: { type: 'number' } }, 'map(number)'],
    [{ ...about, type: 'object', properties: { b: { type: 'string' } } }, 'object({ b = string })'],
  ]
  for (const [input, type] of cases) t.equal(block(input).type, type)
})

t.test('rules become validations', async t => {
  const cases: [Partial<Input>, string][] = [
    [{ type: 'integer', minimum: 1, maximum: 9 }, 'floor(var.a) == var.a && var.a >= 1 && var.a <= 9'],
    [{ type: 'string', pattern: '^\\d' }, 'can(regex("^\\\\d", var.a))'],
    [{ type: ['string', 'null'], enum: ['b', 'c'] }, 'var.a == null ? true : contains(["b","c"], var.a)'],
  ]
  for (const [schema, code] of cases) {
    const { validation } = block({ ...about, ...schema } as Input)
    t.match(validation, [{ condition: { code }, error_message: 'Do this.' }])
  }
})

t.test('the rest is written as it is said', async t => {
  const validation = [{ condition: expression`var.a != var.b`, error_message: 'Take another.' }]
  t.match(block({ ...about, type: 'string', default: 'x', validation }), { default: 'x', nullable: false, validation })
  t.match(block({ ...about, type: ['string', 'null'], default: null, ephemeral: true, sensitive: true }), {
    default: null,
    ephemeral: true,
    sensitive: true,
    nullable: undefined,
  })
  t.notOk('default' in block({ ...about, type: 'string' }))
})

t.test('a rule without a message is a fault of ours', async t =>
  t.throws(() => block({ type: 'string', description: 'x', pattern: 'y' }), {
    message: /^app.*variable\.a: .*message/,
  }),
)

t.test('values and references have the types of the inputs', async t => {
  const some = inputs({ a: { ...about, type: 'string' }, b: { ...about, type: ['integer', 'null'], default: null } })
  const values: ValuesOf<typeof some> = { a: 'x', b: null }
  // @ts-expect-error: a is missing
  const missing: ValuesOf<typeof some> = {}
  // @ts-expect-error: a number is no string
  const wrong: ValuesOf<typeof some> = { a: 1 }
  // @ts-expect-error: there is no c
  t.equal(references(some).c, undefined)
  t.equal(references(some).b.code, 'var.b')
  t.ok(values && missing && wrong)
})
