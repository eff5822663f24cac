import { expression } from '../core/expression.ts'
import type { Outputs } from '../core/module.ts'

export const outputs = {
  namespace: {
    description: 'Namespace of the service.',
    value: expression`kubernetes_namespace_v1.service.metadata[0].name`,
  },
  service_account: {
    description: 'ServiceAccount that applies the root app.',
    value: expression`kubernetes_service_account_v1.terraform.metadata[0].name`,
  },
  service_account_namespace: {
    description: 'Namespace of that ServiceAccount.',
    value: expression`kubernetes_service_account_v1.terraform.metadata[0].namespace`,
  },
} satisfies Outputs
