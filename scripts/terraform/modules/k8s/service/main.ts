import type { Main } from '../../../core/configuration.ts'
import { expression } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import { metadata, selector } from '../metadata.ts'
import { variables } from './variables.ts'

const input = references(variables)

export const main = {
  resource: {
    kubernetes_service_v1: {
      service: {
        metadata: { ...metadata(), annotations: input.load_balancer_annotations },
        spec: {
          type: 'LoadBalancer',
          selector,
          port: [{ name: 'http', port: input.port, target_port: expression`tostring(${input.target_port})` }],
        },
        wait_for_load_balancer: input.wait_for_load_balancer,
        timeouts: { create: input.load_balancer_timeout },
      },
    },
  },
} satisfies Main
