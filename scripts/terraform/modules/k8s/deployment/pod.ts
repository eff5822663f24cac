import { expression, one, template } from '../../../core/expression.ts'
import { resource } from '../../../core/module.ts'
import type {
  KubernetesDeploymentV1SpecTemplate,
  KubernetesDeploymentV1SpecTemplateSpecContainer,
} from '../../../core/schemas/kubernetes.d.ts'
import { service } from '../../../service.ts'
import { labels, metadata, selector } from '../shared.ts'
import { input } from './inputs.ts'

export const serviceAccount = resource('kubernetes_service_account_v1', 'pod', {
  metadata: { ...metadata(), annotations: input.service_account_annotations },
  automount_service_account_token: false,
})

const login = expression`{ username = ${input.registry_username}, password = ${input.registry_password}, auth = base64encode(format("%s:%s", ${input.registry_username}, ${input.registry_password})) }`

export const registrySecret = resource('kubernetes_secret_v1', 'registry', {
  count: expression`${input.registry} == null ? 0 : 1`,
  metadata: metadata(template`${input.name}-registry`),
  type: 'kubernetes.io/dockerconfigjson',
  data_wo: { '.dockerconfigjson': expression`jsonencode({ auths = { (${input.registry}) = ${login} } })` },
  data_wo_revision: input.registry_password_revision,
})

export const environmentSecret = resource('kubernetes_secret_v1', 'environment', {
  count: expression`${input.secret_environment_revision} == null ? 0 : 1`,
  metadata: metadata(template`${input.name}-environment`),
  data_wo: input.secret_environment,
  data_wo_revision: input.secret_environment_revision,
})

const probe = (path: string) => ({ http_get: { path, port: 'http' }, timeout_seconds: 2 })

const container = {
  name: service.name,
  image: input.image,
  image_pull_policy: 'IfNotPresent',
  port: [{ name: 'http', container_port: input.port }],
  dynamic: {
    // Prometheus finds it by this name. The annotations prometheus.io/* would have some installations scrape it a second
    // time, under another job, which the rules do not know. A Service has no such port: it would lead to any of the pods.
    port: {
      for_each: expression`${input.metrics_port} == null ? [] : [${input.metrics_port}]`,
      content: { name: 'metrics', container_port: expression`port.value` },
    },
    env: {
      for_each: expression`{ for name, value in ${input.environment} : name => value if value != null }`,
      content: { name: expression`env.key`, value: expression`env.value` },
    },
    env_from: {
      for_each: environmentSecret,
      content: { secret_ref: { name: one(environmentSecret).metadata[0].name } },
    },
  },
  resources: { requests: input.resources.requests, limits: input.resources.limits },
  security_context: {
    // The provider sends false if this is left out here, whatever the pod says.
    run_as_non_root: true,
    read_only_root_filesystem: true,
    allow_privilege_escalation: false,
    capabilities: { drop: ['ALL'] },
  },
  startup_probe: { ...probe(service.readiness), period_seconds: 1, failure_threshold: 60 },
  // A draining pod leaves the load balancer early in its drain, but one slow reply does not remove a pod.
  readiness_probe: { ...probe(service.readiness), period_seconds: 1, failure_threshold: 2 },
  liveness_probe: { ...probe(service.liveness), period_seconds: 10, failure_threshold: 3 },
} satisfies KubernetesDeploymentV1SpecTemplateSpecContainer

const heldToZones = expression`${input.zones} > 1`

// Each revision by itself. Otherwise a rollout would spread new pods around old ones that are about to go.
const evenly = { max_skew: 1, label_selector: [{ match_labels: selector }], match_label_keys: ['pod-template-hash'] }

const overZones = {
  ...evenly,
  topology_key: 'topology.kubernetes.io/zone',
  // A cluster of one zone still takes every pod.
  when_unsatisfiable: expression`${heldToZones} ? "DoNotSchedule" : "ScheduleAnyway"`,
  // Counts zones that have no node yet. Otherwise all pods would go where the only node is, and Auto Mode would not
  // create nodes in the other zones.
  min_domains: expression`${heldToZones} ? ${input.zones} : null`,
}

// A cluster of one node takes every pod too. With zones there is no such wish: the loss of a node costs no more than the
// loss of its zone, and Auto Mode, which first takes every wish for a demand, would create a node for each pod.
const overNodes = {
  for_each: expression`${heldToZones} ? [] : ["kubernetes.io/hostname"]`,
  content: {
    ...evenly,
    topology_key: expression`topology_spread_constraint.value`,
    when_unsatisfiable: 'ScheduleAnyway',
  },
}

const run_as_user = String(service.user)

/** The template of the pods. */
export const pod = {
  metadata: {
    labels,
    // Pods read a Secret once, so a new revision of it needs new pods.
    annotations: {
      'mirror-service/secret-environment-revision': expression`tostring(coalesce(${input.secret_environment_revision}, 0))`,
    },
  },
  spec: {
    service_account_name: serviceAccount.metadata[0].name,
    automount_service_account_token: false,
    enable_service_links: false,
    termination_grace_period_seconds: expression`${input.drain_seconds} + ${service.finishSeconds}`,
    security_context: {
      run_as_user,
      run_as_group: run_as_user,
      run_as_non_root: true,
      seccomp_profile: { type: 'RuntimeDefault' },
    },
    topology_spread_constraint: [overZones],
    dynamic: {
      topology_spread_constraint: overNodes,
      image_pull_secrets: {
        for_each: registrySecret,
        content: { name: one(registrySecret).metadata[0].name },
      },
    },
    container: [container],
  },
} satisfies KubernetesDeploymentV1SpecTemplate
