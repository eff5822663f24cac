import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const prelude = `
import { at, each, expression, one } from './core/expression.ts'
import { inputs } from './core/inputs.ts'
import { call, data, module, resource } from './core/module.ts'
import { s3 } from './modules/s3.ts'
import type { ServiceEnvironment } from './app.ts'
const description = 'What it is.'
const definitions = { name: { type: 'string', description }, replicas: { type: 'integer', description, default: 1 } } as const
const input = inputs(definitions)
const metadata = { name: input.name }
const spec = { type: 'LoadBalancer', port: [{ port: 80 }] }
const service = resource('kubernetes_service_v1', 'service', { metadata, spec })
const key = resource('aws_kms_key', 'key', {})
const counted = resource('aws_kms_key', 'counted', { count: 1 })
const every = resource('aws_kms_key', 'every', { for_each: expression\`toset(["a"])\` })
const policy = data('aws_iam_policy_document', 'policy', {})
const bucket = call('bucket', s3, { bucket: input.name })
export const used = [at, each, one, module, service, key, counted, every, policy, bucket, {} as ServiceEnvironment]
export const sample`

/** What someone might write, and what the compiler says to it. */
const samples: Record<string, [code: string, error: RegExp | undefined]> = {
  'nothing wrong': [
    ` = resource('kubernetes_service_v1', 's', {
      metadata: { name: service.metadata[0].name, annotations: { arn: key.arn, one: counted[0].arn, all: one(counted).arn } },
      spec: { ...spec, port: [{ port: 1 }], external_name: at(every, each.key).arn, session_affinity: policy.json },
      depends_on: [key, bucket, counted, every],
    })`,
    undefined,
  ],
  'a misspelt argument': [
    " = resource('kubernetes_service_v1', 's', { metadata, spec: { ...spec, port: [{ port: 1, targetPort: '2' }] } })",
    /'targetPort' does not exist in type 'KubernetesServiceV1SpecPort'. Did you mean to write 'target_port'\?/,
  ],
  'a misspelt argument at the top': [
    " = resource('aws_kms_alias', 's', { nam: 'alias/s', target_key_id: key.key_id })",
    /'nam' does not exist in type .*AwsKmsAlias/,
  ],
  'a misspelt argument beside count': [
    " = resource('aws_kms_key', 's', { count: 1, descripton: 's' })",
    /'descripton' does not exist in type .*AwsKmsKey/,
  ],
  'a missing argument': [
    " = resource('kubernetes_service_v1', 's', { metadata, spec: { ...spec, port: [{ name: 'http' }] } })",
    /Property 'port' is missing/,
  ],
  'a missing block': [" = resource('kubernetes_service_v1', 's', { metadata })", /Property 'spec' is missing/],
  'a string where a block belongs': [
    " = resource('kubernetes_service_v1', 's', { metadata, spec: 'LoadBalancer' })",
    /Type '(string|"LoadBalancer")'/,
  ],
  'a wrong type of value': [
    " = resource('kubernetes_service_v1', 's', { metadata, spec, wait_for_load_balancer: 5 })",
    /Type '(number|5)'/,
  ],
  'what the provider alone computes': [
    " = resource('kubernetes_service_v1', 's', { metadata: { uid: 'x' }, spec })",
    /'uid' does not exist in type 'KubernetesServiceV1Metadata'/,
  ],
  'a type of resource that is not in use': [
    " = resource('kubernetes_service', 's', {})",
    /'"kubernetes_service"' is not assignable to parameter of type '"aws_acm_certificate" \|/,
  ],
  'a misspelt attribute': [' = key.arm', /Property 'arm' does not exist on type 'Resource<AwsKmsKeyAttributes>'/],
  'a misspelt attribute of a data source': [
    ' = policy.minified_jsom',
    /Property 'minified_jsom' does not exist .* Did you mean 'minified_json'\?/,
  ],
  'a misspelt attribute in a block': [
    ' = service.metadata[0].nmaespace',
    /Property 'nmaespace' does not exist .* Did you mean 'namespace'\?/,
  ],
  'a block that occurs once, taken for many': [' = service.metadata[1].name', /Property '1' does not exist/],
  'one of many, not said which': [' = counted.arn', /Property 'arn' does not exist/],
  'one of each, not said which': [' = every.arn', /Property 'arn' does not exist/],
  'a misspelt attribute of one of many': [' = one(counted).arm', /Property 'arm' does not exist/],
  'a misspelt attribute of one of each': [' = at(every, each.key).arm', /Property 'arm' does not exist/],
  'what is no resource, to depend on': [
    " = resource('aws_kms_key', 's', { depends_on: ['aws_kms_key.key'] })",
    /Type 'string' is not assignable to type 'Expression'/,
  ],
  'an output that a module lacks': [
    ' = bucket.output.bukket',
    /Property 'bukket' does not exist .* Did you mean 'bucket'\?/,
  ],
  'an input that a root lacks': [' = input.imgae', /Property 'imgae' does not exist/],
  'an input that a rule misspells': [
    ` = inputs(definitions, input => [['replicas', expression\`\${input.replcias} > 1\`, description]])`,
    /Property 'replcias' does not exist .* Did you mean 'replicas'\?/,
  ],
  'a rule of an input that is not there': [
    ` = inputs(definitions, input => [['replcias', expression\`\${input.replicas} > 1\`, description]])`,
    /Type '"replcias"' is not assignable to type '"name" \| "replicas"'/,
  ],
  'a test with an input that a module lacks': [
    ` = module('m', { description, input, resources: [], outputs: {}, test: { accepted: { name: '' }, rejected: [['a', { nmae: '' }, 'name']] } })`,
    /'nmae' does not exist in type/,
  ],
  'a test of a value that an input does not take': [
    ` = module('m', { description, input, resources: [], outputs: {}, test: { accepted: { name: 1 }, rejected: [] } })`,
    /Type 'number' is not assignable to type 'string'/,
  ],
  'an input that a module does not have': [
    " = call('s3', s3, { bucket: 'b', versioned: true })",
    /'versioned' does not exist/,
  ],
  'an input that a module needs': [" = call('s3', s3, {})", /Property 'bucket' is missing/],
  'a variable that the service does not read': [
    ": ServiceEnvironment = { STAGNIG: 'x' }",
    /'STAGNIG' does not exist in type 'ServiceEnvironment'. Did you mean to write 'STAGING'\?/,
  ],
}

const write = (code: string) => (prelude + code).replaceAll("from './", `from '${import.meta.dirname}/`)
const tree = join(import.meta.dirname, '../..')
const folder = t.testdir({
  ...Object.fromEntries(Object.values(samples).map(([code], index) => [`${index}.ts`, write(code)])),
  'tsconfig.json': JSON.stringify({ extends: join(tree, 'tsconfig.json'), include: ['*.ts'] }),
})
// Tap hooks into every node process by NODE_OPTIONS, which the compiler does not bear.
const tsc = ['-u', 'NODE_OPTIONS', join(tree, 'node_modules/.bin/tsc'), '-p', folder, '--pretty', 'false']
const { stdout } = spawnSync('env', tsc, { encoding: 'utf8' })

for (const [index, [name, [, error]]] of Object.entries(samples).entries()) {
  const said = stdout
    .split(/\n(?=\S)/)
    .filter(line => line.includes(`/${index}.ts(`))
    .join('\n')
  if (error) t.match(said, error, name)
  else t.equal(said, '', name)
}
