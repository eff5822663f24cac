import { expression } from '../../../core/expression.ts'
import { inputs } from '../../../core/inputs.ts'
import { kinds, wholeNumber } from '../../../kinds.ts'
import { service } from '../../../service.ts'
import { loadBalancerDelay, sharedVariables } from '../shared.ts'

export const input = inputs(
  {
    ...sharedVariables,
    image: {
      description: 'Image to run, with its tag or, better, its digest.',
      type: 'string',
      perApply: true,
      // A tag or digest after the last slash; a colon before it is a port of the registry.
      pattern: '^([^\\s/]+/)*[^\\s/:@]+(:[\\w][\\w.-]{0,127}|(:[\\w][\\w.-]{0,127})?@sha256:[0-9a-f]{64})$',
      message: 'An image is a name with a tag or digest, such as registry.example.com/mirror-service:1.0.0.',
    },
    port: { ...kinds.port, description: 'Port that the container listens on.', default: service.port },
    metrics_port: {
      ...kinds.port,
      type: ['integer', 'null'],
      description: 'Port of GET /metrics in the pods, named metrics, for Prometheus; null for none.',
      default: service.metricsPort,
    },
    environment: {
      ...kinds.texts,
      description:
        'Environment variables of the container; a null one is left out. PORT, METRICS_PORT and DRAIN_MS must agree with port, metrics_port and drain_seconds.',
    },
    secret_environment: {
      ...kinds.secret,
      type: ['object', 'null'],
      additionalProperties: { type: 'string' },
      description: 'Secret environment variables of the container. They are kept in a Secret, not in the state.',
    },
    secret_environment_revision: {
      ...kinds.revision,
      type: ['integer', 'null'],
      default: null,
      description: 'Revision of secret_environment; null without one. Raise it to rewrite it and restart the pods.',
    },
    service_account_annotations: {
      ...kinds.texts,
      description: 'Annotations of the ServiceAccount, such as the role in a cloud that it may assume.',
    },
    registry: {
      ...kinds.optional,
      description: 'Registry that asks for a password, as host or host:port; null if there is none.',
      pattern: '^[^\\s/]+$',
      message: 'A registry is given as host or host:port, such as registry.example.com:5000.',
    },
    registry_username: { ...kinds.optional, description: 'User name at the registry.' },
    registry_password: { ...kinds.secret, description: 'Password at the registry; it needs read access only.' },
    registry_password_revision: {
      ...kinds.revision,
      description: 'Revision of registry_password; raise it to rewrite the password.',
    },
    production: {
      description: 'Whether people depend on the service, so that one pod is not enough.',
      type: 'boolean',
      default: true,
    },
    min_replicas: { ...kinds.replicas, description: 'Minimum number of replicas.', default: 2 },
    max_replicas: { ...kinds.replicas, description: 'Maximum number of replicas.', default: 6 },
    target_cpu_percent: {
      ...kinds.percent,
      description: 'CPU use that the autoscaler aims at, in percent of the requested CPU.',
      default: 70,
    },
    zones: {
      ...wholeNumber('A number of zones', 1, 3),
      description:
        'Number of availability zones to spread the pods over evenly, so that one can be lost; 1 if zones do not matter.',
      default: 1,
    },
    scale_up_window_seconds: {
      ...kinds.seconds,
      description: 'Seconds that the load must stay high before pods are added.',
      default: 0,
    },
    scale_down_window_seconds: {
      ...kinds.seconds,
      description: 'Seconds that the load must stay low before pods are removed.',
      default: 300,
    },
    resources: {
      description: 'CPU, memory and disk of a container: what is reserved for it, and what it may use at most.',
      type: 'object',
      properties: { requests: kinds.texts, limits: kinds.texts },
      // No limit on CPU: it would throttle short peaks while the node idles.
      // Disk is for the log alone, of which the kubelet keeps about 50 MB.
      default: {
        requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
        limits: { memory: '256Mi', 'ephemeral-storage': '256Mi' },
      },
    },
    network_policy: {
      description: 'Whether a NetworkPolicy limits whom the pods reach and who reaches them.',
      type: 'boolean',
      default: true,
    },
    storage_port: { ...kinds.port, description: 'Port of the S3 server, which the pods may reach.', default: 443 },
    storage_cidrs: {
      description:
        'Addresses of the S3 server, such as 10.0.1.0/24; 0.0.0.0/0 stands for public ones only, [] for any at all.',
      type: 'array',
      items: { type: 'string' },
      default: ['0.0.0.0/0'],
    },
    scraping_namespaces: {
      description: 'Namespaces whose pods may read the metrics.',
      type: 'array',
      items: { type: 'string' },
      default: ['monitoring'],
    },
    drain_seconds: {
      ...wholeNumber('A drain in seconds', 0, service.mostDrainSeconds),
      description: 'Seconds that a stopping pod still serves: enough for the load balancer to stop sending to it.',
      default: service.drainSeconds,
    },
    load_balancer_delay_seconds: loadBalancerDelay,
    progress_deadline_seconds: {
      ...kinds.deadline,
      description:
        'Seconds in which a new pod must become ready. Otherwise apply fails, and the old pods keep running.',
      default: 120,
    },
  },
  input => [
    [
      'image',
      expression`!can(regex(":latest$", ${input.image}))`,
      'The tag latest names no version; give the tag of a commit, or a digest.',
    ],
    [
      'metrics_port',
      expression`${input.metrics_port} == null || ${input.metrics_port} != ${input.port}`,
      'Two servers cannot listen on one port: set metrics_port to a port other than port, or to null for no metrics.',
    ],
    [
      'registry_username',
      expression`${input.registry} == null || ${input.registry_username} != null`,
      'The registry needs a user name: set registry_username, or leave registry out.',
    ],
    [
      'registry_password',
      expression`${input.registry} == null || (${input.registry_password} != null && ${input.registry_password} != "")`,
      'The registry needs a password: set TF_VAR_registry_password, or leave registry out.',
    ],
    [
      'min_replicas',
      expression`${input.min_replicas} >= 2 || !${input.production}`,
      'A single replica is lost with its node: set min_replicas to 2 or more, or production to false.',
    ],
    [
      'min_replicas',
      expression`${input.min_replicas} >= ${input.zones}`,
      'Each zone needs a pod, to stand in for another zone: set min_replicas to the number of zones or more.',
    ],
    [
      'max_replicas',
      expression`${input.max_replicas} >= ${input.min_replicas}`,
      'max_replicas is below min_replicas: raise it, or lower min_replicas.',
    ],
    [
      'target_cpu_percent',
      // Of n evenly spread pods, a lost zone takes at most ceil(n / zones). The others must carry the load of all n, even
      // at a tenth above the target: within this tolerance the autoscaler adds no pods (see Kubernetes' documentation).
      expression`${input.zones} == 1 || alltrue([for pods in range(${input.min_replicas}, ${input.max_replicas} + 1) : ${input.target_cpu_percent} * 1.1 * pods <= 100 * (pods - ceil(pods / ${input.zones}))])`,
      'The pods that remain after the loss of a zone could not carry the load: lower target_cpu_percent (for three zones 45 works, from 5 pods on 51), or raise min_replicas.',
    ],
    [
      'storage_cidrs',
      expression`${input.storage_cidrs} == null ? true : alltrue([for cidr in ${input.storage_cidrs} : can(cidrhost(cidr, 0))])`,
      'Give addresses with their prefix, such as 10.0.1.0/24 or 10.0.1.7/32.',
    ],
    [
      'drain_seconds',
      expression`${input.drain_seconds} >= ${input.load_balancer_delay_seconds}`,
      'The load balancer would still send to pods that are gone: set drain_seconds to load_balancer_delay_seconds or more.',
    ],
    [
      'progress_deadline_seconds',
      // A pod may take 60 s to start (its startup probe), and its node as long to appear.
      expression`${input.load_balancer_delay_seconds} == 0 || ${input.progress_deadline_seconds} >= ${input.load_balancer_delay_seconds} + 120`,
      'Apply would give up while pods wait for the load balancer: set progress_deadline_seconds to load_balancer_delay_seconds + 120 or more.',
    ],
  ],
)
