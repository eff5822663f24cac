import t from 'tap'
import { Expression, expression } from './expression.ts'
import { inputs, type ValuesOf, type Variable, variablesOf } from './inputs.ts'
import { valuesChecker, variableBlocks } from './variables.ts'

const block = (variable: Variable) => JSON.parse(JSON.stringify(variableBlocks('app', { a: variable }))).a
const about = { description: 'About it.', message: 'Do this.' }

t.test('types', async t => {
  const cases: [Variable, string][] = [
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
  const cases: [Partial<Variable>, string][] = [
    [{ type: 'integer', minimum: 1, maximum: 9 }, 'floor(var.a) == var.a && var.a >= 1 && var.a <= 9'],
    [{ type: 'string', pattern: '^\\d' }, 'can(regex("^\\\\d", var.a))'],
    [{ type: ['string', 'null'], enum: ['b', 'c'] }, 'var.a == null ? true : contains(["b","c"], var.a)'],
  ]
  for (const [schema, code] of cases) {
    const { validation } = block({ ...about, ...schema } as Variable)
    t.match(validation, [{ condition: { code }, error_message: 'Do this.' }])
  }
})

t.test('the rest is written as it is said', async t => {
  const validation = [{ condition: new Expression('var.a != var.b'), error_message: 'Take another.' }]
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
  const input = inputs({
    a: { ...about, type: 'string' },
    b: { ...about, type: ['integer', 'null'], default: null },
    c: { ...about, type: 'object', properties: { d: { type: 'array', items: { type: 'string' } } } },
  })
  const some = variablesOf(input)
  const values: ValuesOf<typeof some> = { a: 'x', b: null, c: { d: ['e'] } }
  // @ts-expect-error: a is missing
  const missing: ValuesOf<typeof some> = { c: { d: [] } }
  // @ts-expect-error: a number is no string
  const wrong: ValuesOf<typeof some> = { a: 1, c: { d: [] } }
  // @ts-expect-error: there is no e
  t.equal(input.e, undefined)
  t.equal(input.b.code, 'var.b')
  t.equal(input.c.d[0].code, 'var.c.d[0]')
  t.ok(values && missing && wrong)
})

t.test('rules between inputs are written with the inputs, and go where their definitions go', async t => {
  const input = inputs({ a: { ...about, type: 'number' }, b: { ...about, type: 'number' } }, ({ a, b }) => [
    ['b', expression`${a} < ${b}`, 'Raise b.'],
    ['b', expression`${b} < 8`, 'Lower b.'],
  ])
  const { a, b } = variablesOf(input)
  const [first, second] = [
    { condition: { code: 'var.a < var.b' }, error_message: 'Raise b.' },
    { condition: { code: 'var.b < 8' }, error_message: 'Lower b.' },
  ]
  t.match(block(b), { validation: [first, second] })
  t.equal(block(a).validation, undefined)
  const further = inputs({ b }, ({ b }) => [['b', expression`${b} < 9`, 'Lower b.']])
  t.match(block(variablesOf(further).b), { validation: [first, second, { condition: { code: 'var.b < 9' } }] })
})

t.test('what a vars file may not say is named', async t => {
  const check = valuesChecker({
    image: { type: 'string', description: 'Image to run.', perApply: true },
    bucket: { type: 'string', description: 'Name of the bucket.', pattern: '^[a-z]+$', message: 'Letters only.' },
    replicas: { type: 'integer', description: 'How many.', default: 2 },
    labels: { type: 'object', additionalProperties: { type: 'string' }, description: 'Some.', default: {} },
    password: { type: ['string', 'null'], description: 'Secret.', default: null, ephemeral: true },
  })

  t.same(check({ '//': 'a comment', bucket: 'a' }), [])

  const cases: [object, RegExp][] = [
    [{}, /^bucket: is missing\. Name of the bucket\.$/],
    [{ bucket: 'B' }, /^bucket: "B" will not do\. Letters only\.$/],
    [{ bucket: 'b', replicas: '2' }, /^replicas: "2" will not do\. It must be integer\.$/],
    [{ bucket: 'b', labels: { a: 1 } }, /^labels\/a: \{"a":1\} will not do\. It must be string\.$/],
    [{ bucket: 'b', imgae: 'x' }, /^imgae: there is no such input; the inputs are image, bucket, /],
    [{ bucket: 'b', password: 'x' }, /^password: is a secret .* TF_VAR_password$/],
  ]
  for (const [values, message] of cases) t.match(check(values as Record<string, unknown>), [message])
})
