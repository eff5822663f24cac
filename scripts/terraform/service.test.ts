import t from 'tap'
import { readEnvironment } from '../../handlers/process/environment.ts'
import environmentSchema from '../../handlers/schemas/environment.json' with { type: 'json' }
import { app } from './app.ts'
import { generate } from './core/generate.ts'
import type { Schema, Variables } from './core/inputs.ts'
import { k8sDeployment } from './modules/k8s/deployment.ts'
import { k8sService } from './modules/k8s/service.ts'
import { service } from './service.ts'

type Property = Pick<Schema, 'enum' | 'minimum' | 'maximum'> & {
  description: string
  default?: string | number
  examples?: (string | number)[]
}
const settings = Object.entries<Property>(environmentSchema.properties)

const read = (configuration: Parameters<typeof generate>[0], file: string) =>
  JSON.parse(generate(configuration)[`${configuration.folder}/${file}`] as string)

const { resource } = read(k8sDeployment, 'main.tf.json')
const { spec } = resource.kubernetes_deployment_v1.service.spec.template
const [container] = spec.container

t.test('the service itself takes the environment that app gives its pods', async t => {
  const { environment } = read(app, 'main.tf.json').module.deployment
  const sample = ({ examples = [], default: byDefault }: Property) => String(examples.at(-1) ?? byDefault)
  const isGiven = ([name]: [string, Property]) => name in environment
  const given = Object.fromEntries(settings.filter(isGiven).map(([name, property]) => [name, sample(property)]))
  t.same(Object.keys(given).sort(), Object.keys(environment).sort(), 'the service reads each of them')
  const location = 's3://bucket/uploads?path-style'
  t.match(readEnvironment({ ...given, STAGING: location }), { PORT: 4545, DRAIN_MS: 5000, STAGING: location })

  const left = settings.filter(setting => !isGiven(setting) && !('default' in setting[1]))
  t.same(
    left,
    [['HOST', environmentSchema.properties.HOST]],
    'each that has no default; but pods listen on every address',
  )
  t.match(environment, {
    PORT: 'var.port',
    METRICS_PORT: 'var.metrics_port',
    DRAIN_MS: 'var.drain_seconds * 1000',
    LOG_LEVEL: 'var.log_level',
  })
})

t.test('an input of app that sets a variable of the service has its default and limits', async t => {
  const { environment } = read(app, 'main.tf.json').module.deployment
  const variables: Variables = app.variables
  for (const [name, setting] of settings) {
    const [, input = '', factor = 1] = /\bvar\.(\w+)(?: \* (\d+))?/.exec(environment[name] ?? '') ?? []
    if (setting.default === undefined || !input) continue
    const variable = variables[input]
    const scaled = (value: unknown) => (typeof value === 'number' ? value * Number(factor) : value)
    const { default: byDefault, enum: values, minimum, maximum } = setting
    const given = { default: scaled(variable?.default), enum: variable?.enum, maximum: scaled(variable?.maximum) }
    t.same(given, { default: byDefault, enum: values, maximum }, `${input} and ${name}`)
    // Pods cannot use port 0, which means any free port.
    t.ok(minimum === undefined || Number(scaled(variable?.minimum)) >= minimum, `minimum of ${input}`)
  }
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
  const { port, drain_seconds, metrics_port } = read(k8sDeployment, 'variables.tf.json').variable
  t.match(
    { port, drain_seconds, metrics_port },
    { port: { default: 4545 }, drain_seconds: { default: 5 }, metrics_port: { default: 9464 } },
  )
})

t.test('Prometheus finds the port of the metrics by its name, and no Service leads to it', async t => {
  const { for_each, content } = container.dynamic.port
  t.equal(for_each, `\${var.metrics_port == null ? [] : [var.metrics_port]}`)
  t.match(content, { name: 'metrics', container_port: `\${port.value}` })
  const { kubernetes_service_v1 } = read(k8sService, 'main.tf.json').resource
  t.notMatch(JSON.stringify(kubernetes_service_v1), 'metrics')
})
