import { type Expression, expression, template } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import type { Main } from '../../../core/module.ts'
import type { KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp } from '../../../schemas/kubernetes.d.ts'
import type { ServiceEnvironment } from '../../../service.ts'
import { metadata, selector } from '../metadata.ts'
import { pod } from './pod.ts'
import { variables } from './variables.ts'

const input = references(variables)

const environment: ServiceEnvironment = {
  PORT: expression`tostring(${input.port})`,
  DRAIN_MS: expression`tostring(${input.drain_seconds} * 1000)`,
}

const target = { type: 'Utilization', average_utilization: input.target_cpu_percent }

/** At most twice as many pods, or down to the least, every 15 s, once the window has passed. */
const scaling = (window: Expression): KubernetesHorizontalPodAutoscalerV2SpecBehaviorScaleUp => ({
  stabilization_window_seconds: window,
  select_policy: 'Max',
  policy: [{ type: 'Percent', value: 100, period_seconds: 15 }],
})

const login = expression`{ username = ${input.registry_username}, password = ${input.registry_password}, auth = base64encode(format("%s:%s", ${input.registry_username}, ${input.registry_password})) }`

export const main = {
  locals: { environment },
  resource: {
    kubernetes_service_account_v1: {
      pod: {
        metadata: { ...metadata(), annotations: input.service_account_annotations },
        automount_service_account_token: false,
      },
    },
    kubernetes_secret_v1: {
      registry: {
        count: expression`${input.registry} == null ? 0 : 1`,
        metadata: metadata(template`${input.name}-registry`),
        type: 'kubernetes.io/dockerconfigjson',
        data_wo: { '.dockerconfigjson': expression`jsonencode({ auths = { (${input.registry}) = ${login} } })` },
        data_wo_revision: input.registry_password_revision,
      },
      environment: {
        count: expression`${input.secret_environment_revision} == null ? 0 : 1`,
        metadata: metadata(template`${input.name}-environment`),
        data_wo: input.secret_environment,
        data_wo_revision: input.secret_environment_revision,
      },
    },
    kubernetes_deployment_v1: {
      service: {
        metadata: metadata(),
        // No replicas: they are the autoscaler's. Yet the provider writes back the number it last read, so that a plan kept
        // for hours sets it back, until the autoscaler's next round.
        spec: {
          selector: { match_labels: selector },
          strategy: { type: 'RollingUpdate', rolling_update: { max_surge: '25%', max_unavailable: '0' } },
          progress_deadline_seconds: input.progress_deadline_seconds,
          revision_history_limit: 3,
          template: pod,
        },
        timeouts: Object.fromEntries(
          // Four waves of a quarter each: the deadline, which says more about what went wrong, comes first.
          ['create', 'update'].map(name => [name, template`${expression`${input.progress_deadline_seconds} * 5`}s`]),
        ),
      },
    },
    kubernetes_pod_disruption_budget_v1: {
      service: {
        metadata: metadata(),
        spec: { max_unavailable: '1', selector: { match_labels: selector } },
      },
    },
    kubernetes_horizontal_pod_autoscaler_v2: {
      service: {
        metadata: metadata(),
        spec: {
          min_replicas: input.min_replicas,
          max_replicas: input.max_replicas,
          scale_target_ref: {
            api_version: 'apps/v1',
            kind: 'Deployment',
            name: expression`kubernetes_deployment_v1.service.metadata[0].name`,
          },
          metric: [{ type: 'Resource', resource: { name: 'cpu', target } }],
          behavior: {
            scale_up: [scaling(input.scale_up_window_seconds)],
            scale_down: [scaling(input.scale_down_window_seconds)],
          },
        },
      },
    },
  },
} satisfies Main
