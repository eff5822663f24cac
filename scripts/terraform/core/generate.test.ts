import t from 'tap'
import { at, type Expression, each, expression, one } from './expression.ts'
import { generate } from './generate.ts'
import { inputs } from './inputs.ts'
import { call, data, local, module, passOn, resource, root } from './module.ts'

const description = 'What it is.'
const input = inputs({ name: { type: 'string', description: 'Its name.' } })
const bucket = resource('aws_s3_bucket', 'b', { bucket: input.name })
const output = { description: 'What it says.', value: bucket.id }
const contents = { description, input, resources: [bucket], outputs: { id: output } }
const b = module('modules/b', contents)
const read = (files: Record<string, string>, name: string) => JSON.parse(files[name] as string)

t.test('a module is four files that name their source', async t => {
  const files = generate(b)
  t.same(
    Object.keys(files),
    ['main', 'variables', 'outputs', 'providers'].map(name => `modules/b/${name}.tf.json`),
  )
  for (const text of Object.values(files)) t.match(text, 'from scripts/terraform/modules/b.ts;')
  t.same(read(files, 'modules/b/main.tf.json').resource, { aws_s3_bucket: { b: { bucket: `\${var.name}` } } })
  t.match(read(files, 'modules/b/providers.tf.json').terraform.required_providers, { aws: { source: 'hashicorp/aws' } })
  t.notMatch(files['modules/b/providers.tf.json'], /"provider"|backend/)
  t.same(generate(b), files)
})

t.test('a root has a backend and settings of its providers, and finds its modules', async t => {
  const called = call('b', b, passOn(input, b))
  const outputs = { id: { ...output, value: called.output.id } }
  const files = generate(root('cloud/app', { ...contents, providers: { aws: {} }, resources: [called], outputs }))
  t.match(read(files, 'cloud/app/providers.tf.json'), {
    terraform: { backend: { s3: { key: 'cloud/app/terraform.tfstate', use_lockfile: true } } },
    provider: { aws: {} },
  })
  t.same(read(files, 'cloud/app/main.tf.json').module.b, { source: '../../modules/b', name: `\${var.name}` })
  t.match(files['cloud/app/outputs.tf.json'], 'module.b.id')
})

t.test('a provider may have a second configuration, with an alias, which a module is given', async t => {
  const aws = [{ region: 'eu-west-1' }, { alias: 'west', region: 'us-west-1' }]
  const called = call('b', b, { name: 'x' }, undefined, { aws: expression`aws.west` })
  const files = generate(
    root('app', { ...contents, input: inputs({}), outputs: {}, providers: { aws }, resources: [called] }),
  )
  t.same(read(files, 'app/providers.tf.json').provider.aws, aws)
  t.same(read(files, 'app/main.tf.json').module.b.providers, { aws: 'aws.west' })
})

t.test('a module that may be left out has outputs that may be null', async t => {
  const called = call('b', b, { name: 'x' }, expression`${input.name} == "" ? 0 : 1`)
  const { main } = root('app', { ...contents, providers: {}, resources: [called] })
  t.match(main.module?.b, { count: { text: `\${var.name == "" ? 0 : 1}` } })
  t.equal(called.output.id.code, 'one(module.b[*].id)')
})

t.test('resources, data sources, locals and modules are referred to by what they are', async t => {
  const role = data('aws_iam_policy_document', 'r', {})
  const named = local('n', role.json)
  const twice = resource('aws_s3_bucket', 'c', { count: 2, depends_on: [role, named, call('b', b, { name: '' })] })
  const every = resource('aws_s3_bucket', 'd', { for_each: expression`toset(["a"])`, bucket: each.key })
  t.same(
    [role.json, named, twice[1].arn, one(twice).tags, at(every, each.key).arn, at(at(every, 'a').tags, '$.b')].map(
      ({ code }) => code,
    ),
    [
      'data.aws_iam_policy_document.r.json',
      'local.n',
      'aws_s3_bucket.c[1].arn',
      'one(aws_s3_bucket.c[*].tags)',
      'aws_s3_bucket.d[each.key].arn',
      'aws_s3_bucket.d["a"].tags["$.b"]',
    ],
  )
  const { main } = module('modules/c', { ...contents, resources: [role, named, twice, every] })
  t.match(main.locals, { n: { code: 'data.aws_iam_policy_document.r.json' } })
  t.match(main.resource?.aws_s3_bucket?.c, {
    depends_on: [{ code: 'data.aws_iam_policy_document.r' }, { code: 'local.n' }, { code: 'module.b' }],
  })
  t.throws(() => module('modules/c', { ...contents, resources: [twice, twice] }), {
    message: 'modules/c: there are two aws_s3_bucket.c; give one another name',
  })
})

t.test('a reference to nothing, or an input for nothing, is named', async t => {
  const withValue = (value: Expression) => module('modules/b', { ...contents, outputs: { id: { ...output, value } } })
  const other = inputs({ nope: { type: 'string', description } })
  const undeclared: [address: string, reference: Expression][] = [
    ['var.nope', other.nope],
    ['local.nope', local('nope', 1)],
    ['module.nope', call('nope', b, { name: '' }).output.id],
    ['aws_s3_bucket.nope', resource('aws_s3_bucket', 'nope', {}).id],
    ['data.aws_lb.nope', data('aws_lb', 'nope', {}).id],
  ]
  for (const [address, reference] of undeclared)
    t.throws(() => generate(withValue(reference)), {
      message: `modules/b/outputs.tf.json: output.id.value: there is no ${address} in modules/b; declare and list it, or refer to another`,
    })
  const misplaced = resource('aws_s3_bucket', 'b', { bucket: other.nope })
  t.throws(() => generate(module('modules/b', { ...contents, resources: [misplaced] })), {
    message: /^modules\/b\/main\.tf\.json: resource\.aws_s3_bucket\.b\.bucket: there is no var\.nope in modules\/b; /,
  })
  const foreign = resource('aws_kms_key', 'elsewhere', {})
  for (const value of [
    foreign.arn,
    expression`[${foreign.arn}]`,
    one(resource('aws_kms_key', 'elsewhere', { count: 1 })).arn,
  ])
    t.throws(() => generate(withValue(value)), {
      message: /^modules\/b\/outputs\.tf\.json: output\.id\.value: there is no aws_kms_key\.elsewhere in modules\/b; /,
    })
  const unnamed = resource('aws_s3_bucket', 'b', {})
  const ruled = inputs({ name: { type: 'string', description: 'Its name.' } }, ({ name }) => [
    ['name', expression`${name} != ""`, 'Give a name.'],
  ])
  for (const unused of [input, ruled]) // a rule about itself is no use
    t.throws(() => generate(module('modules/b', { ...contents, input: unused, resources: [unnamed] })), {
      message: 'modules/b/variables.tf.json: variable.name: nothing refers to it; use it or leave it out',
    })
})
