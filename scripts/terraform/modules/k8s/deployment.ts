import { type Expression, expression, template } from '../../core/expression.ts'
import { module, resource } from '../../core/module.ts'
import type { KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp } from '../../core/schemas/kubernetes.d.ts'
import { input } from './deployment/inputs.ts'
import { networkPolicy } from './deployment/network-policy.ts'
import { environmentSecret, pod, registrySecret, serviceAccount } from './deployment/pod.ts'
import { metadata, selector } from './shared.ts'

// A rollout has four waves of a quarter each. The deadline comes first, since it says more about what went wrong.
const timeout = template`${expression`${input.progress_deadline_seconds} * 5`}s`

const deployment = resource('kubernetes_deployment_v1', 'service', {
  metadata: metadata(),
  // No replicas: the autoscaler sets them. But the provider writes back the number that it last read. So a plan that was
  // kept for hours resets it, until the next round of the autoscaler.
  spec: {
    selector: { match_labels: selector },
    strategy: { type: 'RollingUpdate', rolling_update: { max_surge: '25%', max_unavailable: '0' } },
    progress_deadline_seconds: input.progress_deadline_seconds,
    revision_history_limit: 3,
    template: pod,
  },
  timeouts: { create: timeout, update: timeout },
  // No pod starts without it.
  depends_on: [networkPolicy],
})

const disruptionBudget = resource('kubernetes_pod_disruption_budget_v1', 'service', {
  metadata: metadata(),
  spec: { max_unavailable: '1', selector: { match_labels: selector } },
})

/** Every 15 s, once the window has passed: up to twice as many pods, or down to the minimum. */
const scaling = (window: Expression): KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp => ({
  stabilization_window_seconds: window,
  select_policy: 'Max',
  policy: [{ type: 'Percent', value: 100, period_seconds: 15 }],
})

const autoscaler = resource('kubernetes_horizontal_pod_autoscaler_v2', 'service', {
  metadata: metadata(),
  spec: {
    min_replicas: input.min_replicas,
    max_replicas: input.max_replicas,
    scale_target_ref: { api_version: 'apps/v1', kind: 'Deployment', name: deployment.metadata[0].name },
    metric: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', average_utilization: input.target_cpu_percent } },
      },
    ],
    behavior: {
      scale_up: [scaling(input.scale_up_window_seconds)],
      scale_down: [scaling(input.scale_down_window_seconds)],
    },
  },
})

const image = 'registry.example.com:5000/team/mirror-service'
const digest = `sha256:${'0'.repeat(64)}`
const zonal = { zones: 3, min_replicas: 6, max_replicas: 12, target_cpu_percent: 50 }
const behindNlb = { load_balancer_delay_seconds: 300, drain_seconds: 300, progress_deadline_seconds: 420 }

export const k8sDeployment = module('modules/k8s/deployment', {
  description: 'The pods of the service, and what keeps the right number of them running.',
  input,
  resources: [
    serviceAccount,
    registrySecret,
    environmentSecret,
    networkPolicy,
    deployment,
    disruptionBudget,
    autoscaler,
  ],
  outputs: {
    name: { description: 'Name of the Deployment.', value: deployment.metadata[0].name },
    service_account: { description: 'ServiceAccount of the pods.', value: serviceAccount.metadata[0].name },
  },
  test: {
    accepted: { image: `${image}:1.0.0@${digest}` },
    alsoAccepted: [
      ['pods_that_bear_the_loss_of_a_zone', { ...zonal, target_cpu_percent: 51 }],
      ['as_few_pods_as_zones', { ...zonal, min_replicas: 3, target_cpu_percent: 45 }],
      ['a_drain_as_long_as_the_load_balancer', behindNlb],
      ['no_metrics', { metrics_port: null }],
    ],
    rejected: [
      ['metrics_on_the_port_of_the_service', { port: 8080, metrics_port: 8080 }, 'metrics_port'],
      ['metrics_port_zero', { metrics_port: 0 }, 'metrics_port'],
      ['image_without_tag', { image }, 'image'],
      ['image_latest', { image: `${image}:latest` }, 'image'],
      ['image_with_space', { image: 'mirror service:1' }, 'image'],
      ['image_with_short_digest', { image: `${image}@sha256:00` }, 'image'],
      ['port_out_of_range', { port: 65536 }, 'port'],
      ['port_zero', { port: 0 }, 'port'],
      ['port_fraction', { port: 80.5 }, 'port'],
      ['one_replica_in_production', { min_replicas: 1 }, 'min_replicas'],
      ['maximum_below_minimum', { min_replicas: 3, max_replicas: 2 }, 'max_replicas'],
      ['registry_as_url', { registry: 'https://registry.example.com' }, 'registry'],
      ['registry_without_user', { registry: 'registry.example.com', registry_password: 'x' }, 'registry_username'],
      ['registry_without_password', { registry: 'registry.example.com', registry_username: 'x' }, 'registry_password'],
      ['name_in_capitals', { name: 'Mirror' }, 'name'],
      ['namespace_with_dot', { namespace: 'oper.infr' }, 'namespace'],
      ['percent_zero', { target_cpu_percent: 0 }, 'target_cpu_percent'],
      ['deadline_too_short', { progress_deadline_seconds: 5 }, 'progress_deadline_seconds'],
      ['storage_without_prefix', { storage_cidrs: ['10.0.1.7'] }, 'storage_cidrs'],
      ['drain_below_zero', { drain_seconds: -1 }, 'drain_seconds'],
      ['more_zones_than_the_network_has', { zones: 4 }, 'zones'],
      ['drain_longer_than_the_service_takes', { drain_seconds: 601 }, 'drain_seconds'],
      ['zones_without_a_pod_each', { ...zonal, min_replicas: 2, target_cpu_percent: 40 }, 'min_replicas'],
      // Of 7 pods in 3 zones, one zone has 3. The other 4 cannot carry 7 times 52 %, and a tenth more.
      ['target_that_a_lost_zone_exceeds', { ...zonal, target_cpu_percent: 52 }, 'target_cpu_percent'],
      ['target_that_four_pods_exceed', { ...zonal, min_replicas: 4 }, 'target_cpu_percent'],
      ['drain_shorter_than_the_load_balancer', { ...behindNlb, drain_seconds: 299 }, 'drain_seconds'],
      [
        'deadline_before_the_load_balancer',
        { ...behindNlb, progress_deadline_seconds: 419 },
        'progress_deadline_seconds',
      ],
    ],
  },
})
