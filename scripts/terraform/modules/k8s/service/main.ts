import { expression } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import type { Main } from '../../../core/module.ts'
import { metadata, selector } from '../metadata.ts'
import { nlbAnnotations } from './nlb.ts'
import { variables } from './variables.ts'

const input = references(variables)
const target_port = expression`tostring(${input.target_port})`

export const main = {
  locals: { nlb: nlbAnnotations },
  resource: {
    kubernetes_service_v1: {
      service: {
        metadata: {
          ...metadata(),
          annotations: expression`merge({ for name, value in local.nlb : name => value if ${input.load_balancer_class} != null && value != null }, ${input.load_balancer_annotations})`,
        },
        spec: {
          type: 'LoadBalancer',
          load_balancer_class: input.load_balancer_class,
          selector,
          port: [{ name: 'http', port: input.port, target_port }],
          dynamic: {
            port: {
              for_each: expression`${input.certificate_arn} == null ? [] : [443]`,
              content: { name: 'https', port: expression`port.value`, target_port },
            },
          },
        },
        wait_for_load_balancer: input.wait_for_load_balancer,
        timeouts: { create: input.load_balancer_timeout },
      },
    },
  },
} satisfies Main
