import { limits } from '../../handlers/http/limits.ts'
import { routes } from '../../handlers/routes.ts'
import environment from '../../handlers/schemas/environment.json' with { type: 'json' }
import { type Expression, template } from './core/expression.ts'

const { PORT, DRAIN_MS, UPLOAD_DEADLINE_MS, LOG_LEVEL } = environment.properties

const probePath = (probe: 'liveness' | 'readiness') => routes.find(route => route.probe === probe)?.path as string

/** What Terraform needs to know about the service. Most of it is read from the service's own code. */
export const service = {
  name: 'mirror-service',
  /** The namespace it runs in, unless an environment names another. */
  namespace: 'oper',
  port: PORT.default,
  /** OpenTelemetry's default for Prometheus. The service itself offers no metrics unless it is told a port. */
  metricsPort: 9464,
  /** Of the process, with the group of the same number: as the Dockerfile has it. */
  user: 65532,
  liveness: probePath('liveness'),
  readiness: probePath('readiness'),
  logLevels: LOG_LEVEL.enum,
  logLevel: LOG_LEVEL.default,
  drainSeconds: DRAIN_MS.default / 1000,
  mostDrainSeconds: DRAIN_MS.maximum / 1000,
  /** From the end of the drain to the last reply: time to read a request, for its upload, and a margin. */
  finishSeconds: Math.ceil((limits.requestMs + UPLOAD_DEADLINE_MS.default) / 1000) + 5,
  /** The only actions that an upload needs. */
  s3Actions: ['s3:PutObject'],
}

/** The name of the service in a domain: aws/dns makes it, with its certificate, and app serves it. */
export const hostName = (domain: Expression) => template`service.${domain}`

/**
 * Who applies the root app, and who plans it. The first is a ServiceAccount, by default in a namespace of the same name.
 * Both are also groups, to which a cloud maps its own accounts.
 */
export const accounts = { apply: 'svc-terraform', plan: 'svc-terraform-plan' }
