import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const prelude = `
import type { ServiceEnvironment } from './service.ts'
import type { KubernetesServiceV1 } from './schemas/kubernetes.d.ts'
import { bucket } from './app/main.ts'
import { variables } from './app/variables.ts'
import { call, type Main } from './core/module.ts'
import { references } from './core/inputs.ts'
import { main } from './modules/k8s/service/main.ts'
import { s3 } from './modules/s3.ts'
export const used = [bucket, variables, call, references, s3, {} as Main, {} as ServiceEnvironment]
export const { metadata, spec } = main.resource.kubernetes_service_v1.service
export const good: KubernetesServiceV1 = { metadata, spec }
export const sample`

/** What someone might write, and what the compiler says to it. */
const samples: Record<string, [code: string, error: RegExp | undefined]> = {
  'nothing wrong': [': KubernetesServiceV1 = { metadata, spec: { ...spec, port: [{ port: 1 }] } }', undefined],
  'a misspelt argument': [
    ": KubernetesServiceV1 = { metadata, spec: { ...spec, port: [{ port: 1, targetPort: '2' }] } }",
    /'targetPort' does not exist in type 'KubernetesServiceV1SpecPort'. Did you mean to write 'target_port'\?/,
  ],
  'a missing argument': [
    ": KubernetesServiceV1 = { metadata, spec: { ...spec, port: [{ name: 'http' }] } }",
    /Property 'port' is missing/,
  ],
  'a missing block': [': KubernetesServiceV1 = { metadata }', /Property 'spec' is missing/],
  'a string where a block belongs': [
    ": KubernetesServiceV1 = { metadata, spec: 'LoadBalancer' }",
    /Type '(string|"LoadBalancer")'/,
  ],
  'a wrong type of value': [
    ': KubernetesServiceV1 = { metadata, spec, wait_for_load_balancer: 5 }',
    /Type '(number|5)'/,
  ],
  'what the provider alone computes': [
    ": KubernetesServiceV1 = { metadata: { uid: 'x' }, spec }",
    /'uid' does not exist in type 'KubernetesServiceV1Metadata'/,
  ],
  'a type of resource that is not in use': [
    ': Main = { resource: { kubernetes_service: {} } }',
    /'kubernetes_service' does not exist in type/,
  ],
  'an output that a module lacks': [
    ' = bucket.output.bukket',
    /Property 'bukket' does not exist .* Did you mean 'bucket'\?/,
  ],
  'a variable that a root lacks': [' = references(variables).imgae', /Property 'imgae' does not exist/],
  'an input that a module lacks': [" = call('s3', s3, { bucket: 'b', versioned: true })", /'versioned' does not exist/],
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
