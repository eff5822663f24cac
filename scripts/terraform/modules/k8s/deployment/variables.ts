import { expression } from '../../../core/expression.ts'
import { defineInputs } from '../../../core/inputs.ts'
import { kinds, rule, wholeNumber } from '../../../kinds.ts'
import { service } from '../../../service.ts'
import { loadBalancerDelay, sharedVariables } from '../shared-variables.ts'

export const variables = defineInputs({
  ...sharedVariables,
  image: {
    description: 'Image to run, with its tag or, better, its digest.',
    type: 'string',
    perApply: true,
    // A tag or digest after the last slash; a colon before it is a port of the registry.
    pattern: '^([^\\s/]+/)*[^\\s/:@]+(:[\\w][\\w.-]{0,127}|(:[\\w][\\w.-]{0,127})?@sha256:[0-9a-f]{64})$',
    message: 'An image is a name with a tag or digest, such as registry.example.com/mirror-service:1.0.0.',
    validation: [
      rule(
        expression`!can(regex(":latest$", var.image))`,
        'The tag latest names no version; give the tag of a commit, or a digest.',
      ),
    ],
  },
  port: { ...kinds.port, description: 'Port that the container listens on.', default: service.port },
  environment: {
    ...kinds.texts,
    description: 'Environment variables of the container; one that is null is left out.',
  },
  secret_environment: {
    ...kinds.secret,
    type: ['object', 'null'],
    additionalProperties: { type: 'string' },
    description: 'Environment variables of the container that are secret; they are kept in a Secret, not in the state.',
  },
  secret_environment_revision: {
    ...kinds.revision,
    type: ['integer', 'null'],
    default: null,
    description: 'Revision of secret_environment; null without one. Raise it to write it anew and restart the pods.',
  },
  service_account_annotations: {
    ...kinds.texts,
    description: 'Annotations of the ServiceAccount, such as the role that a cloud lets it assume.',
  },
  registry: {
    ...kinds.optional,
    description: 'Registry that asks for a password, as host or host:port; null where none does.',
    pattern: '^[^\\s/]+$',
    message: 'A registry is given as host or host:port, such as registry.example.com:5000.',
  },
  registry_username: {
    ...kinds.optional,
    description: 'User name at the registry.',
    validation: [
      rule(
        expression`var.registry == null || var.registry_username != null`,
        'The registry needs a user name: set registry_username, or leave registry out.',
      ),
    ],
  },
  registry_password: {
    ...kinds.secret,
    description: 'Password at the registry, allowed to read.',
    validation: [
      rule(
        expression`var.registry == null || (var.registry_password != null && var.registry_password != "")`,
        'The registry needs a password: set TF_VAR_registry_password, or leave registry out.',
      ),
    ],
  },
  registry_password_revision: {
    ...kinds.revision,
    description: 'Revision of registry_password; raise it to write it anew.',
  },
  production: {
    description: 'Whether people depend on it, so that one pod is too few.',
    type: 'boolean',
    default: true,
  },
  min_replicas: {
    ...kinds.replicas,
    description: 'Replicas at least.',
    default: 2,
    validation: [
      rule(
        expression`var.min_replicas >= 2 || !var.production`,
        'One replica is gone with its node: set min_replicas to 2 or more, or production to false.',
      ),
      rule(
        expression`var.min_replicas >= var.zones`,
        'A zone without a pod of its own cannot stand in for another: set min_replicas to the number of zones or more.',
      ),
    ],
  },
  max_replicas: {
    ...kinds.replicas,
    description: 'Replicas at most.',
    default: 6,
    validation: [
      rule(
        expression`var.max_replicas >= var.min_replicas`,
        'max_replicas is below min_replicas: raise it, or lower min_replicas.',
      ),
    ],
  },
  target_cpu_percent: {
    ...kinds.percent,
    description: 'Use of the requested CPU that the autoscaler aims at.',
    default: 70,
    validation: [
      rule(
        // Of n pods, spread evenly, at most ceil(n / zones) go with a zone; the load of all n must fit the rest, also where it
        // is a tenth above the target, within which the autoscaler lets it be (its tolerance, in Kubernetes' documentation).
        expression`var.zones == 1 || alltrue([for pods in range(var.min_replicas, var.max_replicas + 1) : var.target_cpu_percent * 1.1 * pods <= 100 * (pods - ceil(pods / var.zones))])`,
        'What is left after the loss of a zone could not carry the load: lower target_cpu_percent (45 will do for three zones, 51 from 5 pods on), or raise min_replicas.',
      ),
    ],
  },
  zones: {
    ...wholeNumber('A number of zones', 1, 3),
    description:
      'Availability zones that pods are held to, evenly, so that one can be lost; 1 where zones mean nothing.',
    default: 1,
  },
  scale_up_window_seconds: {
    ...kinds.seconds,
    description: 'Time that load must stay before pods are added.',
    default: 0,
  },
  scale_down_window_seconds: {
    ...kinds.seconds,
    description: 'Time that load must stay away before pods are removed.',
    default: 300,
  },
  resources: {
    description: 'CPU and memory of a container: what is kept for it, and what it may take.',
    type: 'object',
    properties: { requests: kinds.texts, limits: kinds.texts },
    // No limit on CPU: it would throttle short peaks while the node idles.
    default: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  },
  drain_seconds: {
    ...wholeNumber('A drain in seconds', 0, service.mostDrainSeconds),
    description: 'Time a stopping pod still serves; it must outlast its removal from the load balancer.',
    default: service.drainSeconds,
    validation: [
      rule(
        expression`var.drain_seconds >= var.load_balancer_delay_seconds`,
        'The load balancer would still send to pods that are gone: set drain_seconds to load_balancer_delay_seconds or more.',
      ),
    ],
  },
  load_balancer_delay_seconds: loadBalancerDelay,
  progress_deadline_seconds: {
    ...kinds.deadline,
    description: 'Time for a new pod to become ready; then apply fails, and the old pods go on.',
    default: 120,
    validation: [
      rule(
        // A pod may take 60 s to start, its startup probe says, and as long for a node to be there.
        expression`var.load_balancer_delay_seconds == 0 || var.progress_deadline_seconds >= var.load_balancer_delay_seconds + 120`,
        'Pods that wait for the load balancer would be given up: set progress_deadline_seconds 120 above load_balancer_delay_seconds.',
      ),
    ],
  },
})
