import { expression } from '../../../core/expression.ts'
import { inputs } from '../../../core/inputs.ts'
import { service } from '../../../service.ts'
import { port, sharedVariables } from '../shared-variables.ts'

const replicas = {
  type: 'integer',
  minimum: 1,
  maximum: 1000,
  message: 'A number of replicas is a whole number from 1 to 1000.',
} as const

const seconds = {
  type: 'integer',
  minimum: 0,
  maximum: 3600,
  message: 'A time in seconds is a whole number from 0 to 3600.',
} as const

const revision = {
  type: 'integer',
  minimum: 1,
  message: 'A revision is a whole number from 1; raise it by one.',
  default: 1,
} as const

export const variables = inputs({
  ...sharedVariables,
  image: {
    description: 'Image to run, with its tag or, better, its digest.',
    type: 'string',
    perApply: true,
    // A tag or digest after the last slash; a colon before it is a port of the registry.
    pattern: '^([^\\s/]+/)*[^\\s/:@]+(:[\\w][\\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$',
    message: 'An image is a name with a tag or digest, such as registry.example.com/mirror-service:1.0.0.',
    validation: [
      {
        condition: expression`can(regex("[^/](:[^/:@]+|@sha256:[0-9a-f]+)$", var.image))`,
        error_message: 'Give the image a tag or a digest: without one, nobody can tell which version runs.',
      },
      {
        condition: expression`!can(regex(":latest$", var.image))`,
        error_message: 'The tag latest names no version; give the tag of a commit, or a digest.',
      },
    ],
  },
  port: { ...port, description: 'Port that the container listens on.', default: service.port },
  environment: {
    description: 'Environment variables of the container; one that is null is left out.',
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
  },
  secret_environment: {
    description: 'Environment variables of the container that are secret; they are kept in a Secret, not in the state.',
    type: ['object', 'null'],
    additionalProperties: { type: 'string' },
    default: null,
    ephemeral: true,
    sensitive: true,
  },
  secret_environment_revision: {
    ...revision,
    type: ['integer', 'null'],
    description: 'Revision of secret_environment; null without one. Raise it to write it anew and restart the pods.',
    default: null,
  },
  service_account_annotations: {
    description: 'Annotations of the ServiceAccount, such as the role that a cloud lets it assume.',
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
  },
  registry: {
    description: 'Registry that asks for a password, as host or host:port; null where none does.',
    type: ['string', 'null'],
    default: null,
  },
  registry_username: {
    description: 'User name at the registry.',
    type: ['string', 'null'],
    default: null,
    validation: [
      {
        condition: expression`var.registry == null || var.registry_username != null`,
        error_message: 'The registry needs a user name: set registry_username, or leave registry out.',
      },
    ],
  },
  registry_password: {
    description: 'Password at the registry, allowed to read.',
    type: ['string', 'null'],
    default: null,
    ephemeral: true,
    sensitive: true,
    validation: [
      {
        condition: expression`var.registry == null || var.registry_password != null`,
        error_message: 'The registry needs a password: set TF_VAR_registry_password, or leave registry out.',
      },
    ],
  },
  registry_password_revision: { ...revision, description: 'Revision of registry_password; raise it to write it anew.' },
  production: {
    description: 'Whether people depend on it, so that one pod is too few.',
    type: 'boolean',
    default: true,
  },
  min_replicas: {
    ...replicas,
    description: 'Replicas at least.',
    default: 2,
    validation: [
      {
        condition: expression`var.min_replicas >= 2 || !var.production`,
        error_message: 'One replica is gone with its node: set min_replicas to 2 or more, or production to false.',
      },
    ],
  },
  max_replicas: {
    ...replicas,
    description: 'Replicas at most.',
    default: 6,
    validation: [
      {
        condition: expression`var.max_replicas >= var.min_replicas`,
        error_message: 'max_replicas is below min_replicas: raise it, or lower min_replicas.',
      },
    ],
  },
  target_cpu_percent: {
    description: 'Use of the requested CPU that the autoscaler aims at.',
    type: 'integer',
    minimum: 1,
    maximum: 100,
    message: 'A percentage is a whole number from 1 to 100.',
    default: 70,
  },
  scale_up_window_seconds: { ...seconds, description: 'Time that load must stay before pods are added.', default: 0 },
  scale_down_window_seconds: {
    ...seconds,
    description: 'Time that load must stay away before pods are removed.',
    default: 300,
  },
  resources: {
    description: 'CPU and memory of a container: what is kept for it, and what it may take.',
    type: 'object',
    properties: {
      requests: { type: 'object', additionalProperties: { type: 'string' } },
      limits: { type: 'object', additionalProperties: { type: 'string' } },
    },
    // No limit on CPU: it would throttle short peaks while the node idles.
    default: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  },
  drain_seconds: {
    ...seconds,
    description: 'Time a stopping pod still serves; it must outlast its removal from the load balancer.',
    default: service.drainSeconds,
  },
  progress_deadline_seconds: {
    ...seconds,
    minimum: 10,
    message: 'A deadline is a whole number of seconds from 10 to 3600.',
    description: 'Time for a new pod to become ready; then apply fails, and the old pods go on.',
    default: 120,
  },
})
