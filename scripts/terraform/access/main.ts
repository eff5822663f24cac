import type { Main } from '../core/configuration.ts'
import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import { rules } from './rules.ts'
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

export const main = {
  resource: {
    kubernetes_namespace_v1: {
      service: { metadata: { name: input.namespace, labels: { ...labels, ...podSecurity } } },
      // Apart, or svc-terraform could make itself a token by a Secret or a pod.
      terraform: { metadata: { name: input.service_account_namespace, labels: { ...labels, ...podSecurity } } },
    },
    kubernetes_service_account_v1: {
      terraform: {
        metadata: { name, namespace: expression`kubernetes_namespace_v1.terraform.metadata[0].name`, labels },
        automount_service_account_token: false,
      },
    },
    kubernetes_cluster_role_v1: { terraform: { metadata: { name, labels }, rule: rules } },
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
          { kind: 'Group', name, api_group },
        ],
      },
    },
  },
} satisfies Main
