import { expression } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import type { KubernetesDeploymentV1SpecTemplateSpecContainer } from '../../../schemas/kubernetes.d.ts'
import { service } from '../../../service.ts'
import { variables } from './variables.ts'

const input = references(variables)

const probe = (path: string) => ({ http_get: { path, port: 'http' }, timeout_seconds: 2 })

/** The container of the service. */
export const container = {
  name: service.name,
  image: input.image,
  image_pull_policy: 'IfNotPresent',
  port: [{ name: 'http', container_port: input.port }],
  dynamic: {
    env: {
      for_each: expression`{ for name, value in merge(${input.environment}, local.environment) : name => value if value != null }`,
      content: { name: expression`env.key`, value: expression`env.value` },
    },
    env_from: {
      for_each: expression`kubernetes_secret_v1.environment`,
      content: { secret_ref: { name: expression`env_from.value.metadata[0].name` } },
    },
  },
  resources: {
    requests: expression`${input.resources}.requests`,
    limits: expression`${input.resources}.limits`,
  },
  security_context: {
    // The provider sends false for what is left out here, whatever the pod says.
    run_as_non_root: true,
    read_only_root_filesystem: true,
    allow_privilege_escalation: false,
    capabilities: { drop: ['ALL'] },
  },
  startup_probe: { ...probe(service.readiness), period_seconds: 1, failure_threshold: 60 },
  // Out of the load balancer well within the drain, though not at the first slow answer.
  readiness_probe: { ...probe(service.readiness), period_seconds: 1, failure_threshold: 2 },
  liveness_probe: { ...probe(service.liveness), period_seconds: 10, failure_threshold: 3 },
} satisfies KubernetesDeploymentV1SpecTemplateSpecContainer
