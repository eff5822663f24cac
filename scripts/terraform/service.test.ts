import t from 'tap'
import { readEnvironment } from '../../handlers/process/environment.ts'
import { app } from './app/index.ts'
import { generate } from './core/generate.ts'
import { k8sDeployment } from './modules/k8s/deployment/index.ts'
import { service } from './service.ts'

const read = (configuration: Parameters<typeof generate>[0], file: string) =>
  JSON.parse(generate(configuration)[`${configuration.folder}/${file}`] as string)

const { locals, resource } = read(k8sDeployment, 'main.tf.json')
const { spec } = resource.kubernetes_deployment_v1.service.spec.template
const [container] = spec.container

t.test('the service itself takes the environment that its Deployment gives it', async t => {
  const environment = { ...locals.environment, ...read(app, 'main.tf.json').module.deployment.environment }
  const values: Record<string, string> = { PORT: '4545', DRAIN_MS: '5000', LOG_LEVEL: 'info', AWS_REGION: 'eu-west-1' }
  const given = { STAGING: 's3://bucket/uploads?path-style', AWS_ENDPOINT_URL_S3: 'http://a:1', ...values }
  t.same(Object.keys(environment).sort(), Object.keys(given).sort())
  t.match(readEnvironment(given), { PORT: 4545, DRAIN_MS: 5000, STAGING: given.STAGING })
})

t.test('probes ask what the service answers', async t => {
  t.equal(container.liveness_probe.http_get.path, '/api/health')
  t.equal(container.readiness_probe.http_get.path, '/api/ready')
  t.equal(container.startup_probe.http_get.path, '/api/ready')
  const { period_seconds, failure_threshold } = container.readiness_probe
  t.ok(period_seconds * failure_threshold < service.drainSeconds / 2, 'a draining pod is seen to be not ready in time')
})

t.test('a pod may finish what it took before the end of its drain', async t => {
  t.equal(spec.termination_grace_period_seconds, `\${var.drain_seconds + ${service.finishSeconds}}`)
  t.ok(service.finishSeconds >= 10 + 5, 'request time and upload deadline')
})

t.test('ports and defaults are those of the service', async t => {
  const { port, drain_seconds } = read(k8sDeployment, 'variables.tf.json').variable
  t.match({ port, drain_seconds }, { port: { default: 4545 }, drain_seconds: { default: 5 } })
})
