import t from 'tap'
import { type Configuration, call } from './configuration.ts'
import { Expression, expression } from './expression.ts'
import { generate } from './generate.ts'

const output = { description: 'What it says.', value: expression`aws_s3_bucket.b.id` }
const variables = { name: { type: 'string', description: 'Its name.' } } as const
const main = { resource: { aws_s3_bucket: { b: { bucket: expression`var.name` } } } }
const module: Configuration<typeof variables, { id: typeof output }> = {
  folder: 'modules/b',
  variables,
  main,
  outputs: { id: output },
  providers: { aws: {} },
}

t.test('a module is four files that name their sources', async t => {
  const files = generate(module)
  t.same(
    Object.keys(files),
    ['main', 'variables', 'outputs', 'providers'].map(name => `modules/b/${name}.tf.json`),
  )
  t.match(files['modules/b/main.tf.json'], 'scripts/terraform/modules/b/main.ts')
  t.notMatch(files['modules/b/providers.tf.json'], /"provider"|backend/)
  t.same(generate(module), files)
})

t.test('a root has a backend and settings of its providers, and finds its modules', async t => {
  const b = call('b', module, { name: 'x' })
  const outputs = { id: { ...output, value: b.output.id } }
  const root: Configuration = {
    ...module,
    folder: 'cloud/app',
    root: true,
    variables: {},
    main: { module: b.module },
    outputs,
  }
  const files = generate(root)
  t.match(JSON.parse(files['cloud/app/providers.tf.json'] as string), {
    terraform: { backend: { s3: { key: 'cloud/app/terraform.tfstate', use_lockfile: true } } },
    provider: { aws: {} },
  })
  t.match(JSON.parse(files['cloud/app/main.tf.json'] as string).module.b, { source: '../../modules/b', name: 'x' })
  t.match(files['cloud/app/outputs.tf.json'], 'module.b.id')
})

t.test('a module that may be left out has outputs that may be null', async t => {
  const { module: block, output } = call('b', module, { name: 'x' }, expression`var.with ? 1 : 0`)
  t.equal(block.b?.count?.text, `\${var.with ? 1 : 0}`)
  t.equal(output.id.code, 'one(module.b[*].id)')
})

t.test('a reference to nothing, or an input for nothing, is named', async t => {
  const withValue = (code: string) => ({
    ...module,
    outputs: { id: { ...output, value: new Expression(code) } },
  })
  for (const code of ['var.nope', 'local.nope', 'module.nope.x', 'aws_s3_bucket.nope.id', 'data.aws_s3_bucket.b.id'])
    t.throws(() => generate(withValue(code)), {
      message: /^modules\/b\/outputs\.tf\.json: output\.id\.value: there is no .*(nope|\.b)$/,
    })
  const misspelt = { resource: { aws_s3_bucket: { b: { bucket: expression`var.nmae` } } } }
  t.throws(() => generate({ ...module, main: misspelt }), {
    message: 'modules/b/main.tf.json: resource.aws_s3_bucket.b.bucket: there is no var.nmae',
  })
  t.throws(() => generate({ ...module, main: { resource: { aws_s3_bucket: { b: {} } } } }), {
    message: 'modules/b/variables.tf.json: variable.name: nothing refers to it; use it or leave it out',
  })
})
