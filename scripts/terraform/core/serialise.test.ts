import t from 'tap'
import { Expression, expression, template } from './expression.ts'
import { serialise } from './serialise.ts'

const write = (document: object) => serialise('app/main.tf.json', 'by a test', document)
const read = (document: object) => JSON.parse(write(document))
const x = new Expression('var.x')

t.test('keys have a fixed order, whatever the order of the source', async t => {
  const a = { resource: { b: { c: { depends_on: [x], zone: '1', name: '2', count: 1 } } }, locals: { a: 1 } }
  const b = { locals: { a: 1 }, resource: { b: { c: { count: 1, name: '2', zone: '1', depends_on: [x] } } } }
  t.equal(write(a), write(b))
  t.same(Object.keys(read(a)), ['//', 'locals', 'resource'])
  t.same(Object.keys(read(a).resource.b.c), ['count', 'name', 'zone', 'depends_on'])
  t.match(write(a), /^\{\n {2}"\/\/": "by a test",\n[\s\S]*\n\}\n$/)
})

t.test('nulls and empty sections are left out, empty blocks are not', async t => {
  const { '//': _, ...rest } = read({
    resource: { a: {}, b: { c: { filter: {}, gone: null, never: undefined } } },
    output: {},
    locals: {},
    provider: { kubernetes: {} },
    variable: { x: { default: null, type: 'string' } },
    run: [{ none: { variables: { x: null }, expect_failures: null } }],
  })
  t.same(rest, {
    provider: { kubernetes: {} },
    variable: { x: { type: 'string', default: null } },
    resource: { b: { c: { filter: {} } } },
    run: [{ none: { variables: { x: null } } }],
  })
})

t.test('a string is written as Terraform reads it at its place', async t => {
  const dollar = '$'.concat('{aws:username}')
  const written = read({
    terraform: { required_version: dollar },
    variable: { x: { description: dollar, validation: [{ condition: x, error_message: dollar }] } },
    output: { y: { description: dollar, value: template`a ${x}` } },
    data: { t: { n: { [dollar]: dollar, depends_on: [x] } } },
    module: { m: { source: dollar, name: x, providers: { aws: expression`aws.west` } } },
    resource: {
      t: { n: { lifecycle: { ignore_changes: 'all', replace_triggered_by: [x] }, tags: { depends_on: x } } },
    },
    provider: { aws: { alias: dollar, region: x } },
    run: [{ wrong: { command: 'plan', variables: { name: dollar }, expect_failures: [x] } }],
  })
  const plain = { description: dollar }
  t.match(written.terraform, { required_version: dollar })
  t.match(written.variable.x, { ...plain, validation: [{ condition: x.text, error_message: `$${dollar}` }] })
  t.match(written.output.y, { ...plain, value: `a ${x.text}` })
  t.match(written.data.t.n, { [`$${dollar}`]: `$${dollar}`, depends_on: ['var.x'] })
  t.match(written.module.m, { source: dollar, name: x.text, providers: { aws: 'aws.west' } })
  t.match(written.resource.t.n, { lifecycle: { ignore_changes: 'all', replace_triggered_by: ['var.x'] } })
  t.match(written.resource.t.n.tags, { depends_on: x.text })
  t.match(written.provider.aws, { alias: dollar, region: x.text })
  t.match(written.run, [{ wrong: { command: 'plan', variables: { name: `$${dollar}` }, expect_failures: ['var.x'] } }])
})

t.test('what cannot be written says where it is', async t => {
  const cases: [object, RegExp][] = [
    [
      { terraform: { backend: { s3: { bucket: x } } } },
      /^app\/main.tf.json: terraform.backend.s3.bucket: .* no expression here \(var\.x\)/,
    ],
    [{ variable: { a: { default: x } } }, /variable\.a\.default: .* no expression/],
    [{ resource: { a: { b: { '//': 'x' } } } }, /resource\.a\.b\.\/\/: a comment/],
    [{ locals: { a: [1, Number.NaN] } }, /locals\.a\.1: number NaN cannot/],
    [{ locals: { a: [1, undefined] } }, /^app\/main.tf.json: locals\.a\.1: undefined undefined cannot/],
    [{ locals: { a: () => 1 } }, /locals\.a: function/],
    [{ locals: { a: '\ud800' } }, /locals\.a: half a character/],
    [{ locals: { a: new Date(0) } }, /locals\.a: object/],
  ]
  for (const [document, message] of cases) t.throws(() => write(document), { message })
})
