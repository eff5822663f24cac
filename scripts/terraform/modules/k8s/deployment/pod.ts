import { expression } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import type { KubernetesDeploymentV1SpecTemplate } from '../../../schemas/kubernetes.d.ts'
import { service } from '../../../service.ts'
import { labels, selector } from '../metadata.ts'
import { container } from './container.ts'
import { variables } from './variables.ts'

const input = references(variables)

const heldToZones = expression`${input.zones} > 1`

// Each revision by itself, or a rollout's new pods would be spread against old ones that are about to go.
const evenly = { max_skew: 1, label_selector: [{ match_labels: selector }], match_label_keys: ['pod-template-hash'] }

const overZones = {
  ...evenly,
  topology_key: 'topology.kubernetes.io/zone',
  // A cluster of one zone still takes every pod.
  when_unsatisfiable: expression`${heldToZones} ? "DoNotSchedule" : "ScheduleAnyway"`,
  // Counts a zone that has no node yet, or all pods would go where the only node is; Auto Mode then makes nodes in the others.
  min_domains: expression`${heldToZones} ? ${input.zones} : null`,
}

// As would a cluster of one node. Where pods are held to zones a node takes no more with it than its zone would, and Auto Mode,
// which begins with every wish as a demand, would make a node for each pod.
const overNodes = {
  for_each: expression`${heldToZones} ? [] : ["kubernetes.io/hostname"]`,
  content: {
    ...evenly,
    topology_key: expression`topology_spread_constraint.value`,
    when_unsatisfiable: 'ScheduleAnyway',
  },
}

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
    topology_spread_constraint: [overZones],
    dynamic: {
      topology_spread_constraint: overNodes,
      image_pull_secrets: {
        for_each: expression`kubernetes_secret_v1.registry`,
        content: { name: expression`image_pull_secrets.value.metadata[0].name` },
      },
    },
    container: [container],
  },
} satisfies KubernetesDeploymentV1SpecTemplate
