import { expression } from '../../../core/expression.ts'
import type { Outputs } from '../../../core/module.ts'

export const outputs = {
  name: {
    description: 'Name of the Deployment.',
    value: expression`kubernetes_deployment_v1.service.metadata[0].name`,
  },
  service_account: {
    description: 'ServiceAccount of the pods.',
    value: expression`kubernetes_service_account_v1.pod.metadata[0].name`,
  },
} satisfies Outputs
