import { expression } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import type { KubernetesDeploymentV1SpecTemplate } from '../../../schemas/kubernetes.d.ts'
import { service } from '../../../service.ts'
import { labels, selector } from '../metadata.ts'
import { container } from './container.ts'
import { variables } from './variables.ts'

const input = references(variables)

const spread = (topology_key: string) => ({
  topology_key,
  max_skew: 1,
  // A cluster of one zone or one node still takes every pod.
  when_unsatisfiable: 'ScheduleAnyway',
  label_selector: [{ match_labels: selector }],
  // Each revision by itself, or a rollout's new pods would be spread against old ones that are about to go.
  match_label_keys: ['pod-template-hash'],
})

/** The template of the pods. */
export const pod = {
  metadata: {
    labels,
    // Pods read a Secret once: a new revision of it needs new pods.
    annotations: {
      'mirror-service/secret-environment-revision': expression`tostring(coalesce(${input.secret_environment_revision}, 0))`,
    },
  },
  spec: {
    service_account_name: expression`kubernetes_service_account_v1.pod.metadata[0].name`,
    automount_service_account_token: false,
    enable_service_links: false,
    termination_grace_period_seconds: expression`${input.drain_seconds} + ${service.finishSeconds}`,
    security_context: { run_as_non_root: true, seccomp_profile: { type: 'RuntimeDefault' } },
    topology_spread_constraint: [spread('topology.kubernetes.io/zone'), spread('kubernetes.io/hostname')],
    dynamic: {
      image_pull_secrets: {
        for_each: expression`kubernetes_secret_v1.registry`,
        content: { name: expression`image_pull_secrets.value.metadata[0].name` },
      },
    },
    container: [container],
  },
} satisfies KubernetesDeploymentV1SpecTemplate
