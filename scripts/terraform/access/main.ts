import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import type { Main } from '../core/module.ts'
import { groups } from './groups.ts'
import { planRules, rules } from './rules.ts'
import { variables } from './variables.ts'

const input = references(variables)
const name = 'svc-terraform'
const labels = { 'app.kubernetes.io/managed-by': 'terraform' }
const api_group = 'rbac.authorization.k8s.io'
const podSecurity = Object.fromEntries(
  ['enforce', 'audit', 'warn'].flatMap(mode => [
    [`pod-security.kubernetes.io/${mode}`, 'restricted'],
    [`pod-security.kubernetes.io/${mode}-version`, 'latest'],
  ]),
)

// What the webhook of Auto Mode looks for; the open-source controller has another label.
const gates = {
  'eks.amazonaws.com/pod-readiness-gate-inject': expression`${input.readiness_gates} ? "enabled" : "disabled"`,
}

export const main = {
  resource: {
    kubernetes_namespace_v1: {
      service: { metadata: { name: input.namespace, labels: { ...labels, ...podSecurity, ...gates } } },
      // Apart, or svc-terraform could make itself a token by a Secret or a pod.
      terraform: { metadata: { name: input.service_account_namespace, labels: { ...labels, ...podSecurity } } },
    },
    kubernetes_service_account_v1: {
      terraform: {
        metadata: { name, namespace: expression`kubernetes_namespace_v1.terraform.metadata[0].name`, labels },
        automount_service_account_token: false,
      },
    },
    kubernetes_cluster_role_v1: {
      terraform: { metadata: { name, labels }, rule: rules },
      plan: { metadata: { name: groups.plan, labels }, rule: planRules },
    },
    kubernetes_role_binding_v1: {
      terraform: {
        metadata: { name, namespace: expression`kubernetes_namespace_v1.service.metadata[0].name`, labels },
        role_ref: {
          api_group,
          kind: 'ClusterRole',
          name: expression`kubernetes_cluster_role_v1.terraform.metadata[0].name`,
        },
        subject: [
          {
            kind: 'ServiceAccount',
            name: expression`kubernetes_service_account_v1.terraform.metadata[0].name`,
            namespace: expression`kubernetes_namespace_v1.terraform.metadata[0].name`,
          },
          // Whom a cloud's own accounts are mapped to.
          { kind: 'Group', name: groups.apply, api_group },
        ],
      },
      plan: {
        metadata: {
          name: groups.plan,
          namespace: expression`kubernetes_namespace_v1.service.metadata[0].name`,
          labels,
        },
        role_ref: {
          api_group,
          kind: 'ClusterRole',
          name: expression`kubernetes_cluster_role_v1.plan.metadata[0].name`,
        },
        subject: [{ kind: 'Group', name: groups.plan, api_group }],
      },
    },
  },
} satisfies Main
