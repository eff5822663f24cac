import { inputs } from '../core/inputs.ts'
import { sharedVariables } from '../modules/k8s/shared-variables.ts'

export const variables = inputs({
  name: sharedVariables.name,
  namespace: { ...sharedVariables.namespace, description: 'Namespace of the service.' },
  service_account_namespace: {
    description: 'Namespace of svc-terraform itself, out of its own reach.',
    type: 'string',
    default: 'svc-terraform',
  },
})
