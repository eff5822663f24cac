import { expression } from '../../../core/expression.ts'
import type { Outputs } from '../../../core/module.ts'

const ingress = expression`kubernetes_service_v1.service.status[0].load_balancer[0].ingress[0]`

export const outputs = {
  address: {
    description: 'Address of the load balancer; null until it has one.',
    // A cloud gives a host name, most others an IP address, and the list is empty before.
    value: expression`try(coalesce(${ingress}.hostname, ${ingress}.ip), null)`,
  },
} satisfies Outputs
