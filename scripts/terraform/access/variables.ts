import { expression } from '../core/expression.ts'
import { defineInputs } from '../core/inputs.ts'
import { kinds, rule } from '../kinds.ts'
import { sharedVariables } from '../modules/k8s/shared-variables.ts'

export const variables = defineInputs({
  name: sharedVariables.name,
  namespace: { ...sharedVariables.namespace, description: 'Namespace of the service.' },
  service_account_namespace: {
    ...kinds.namespace,
    description: 'Namespace of svc-terraform itself, out of its own reach.',
    default: 'svc-terraform',
    validation: [
      rule(
        expression`var.service_account_namespace != var.namespace`,
        'In the namespace of the service, svc-terraform could make itself tokens: name another one.',
      ),
    ],
  },
  readiness_gates: {
    description:
      'Whether a pod is ready only once the NLB of EKS Auto Mode sends to it; nothing else knows such gates.',
    type: 'boolean',
    default: false,
  },
})
