import { expression } from '../../../core/expression.ts'
import { defineInputs } from '../../../core/inputs.ts'
import { kinds, rule } from '../../../kinds.ts'
import { service } from '../../../service.ts'
import { loadBalancerDelay, sharedVariables } from '../shared-variables.ts'

export const variables = defineInputs({
  ...sharedVariables,
  port: { ...kinds.port, description: 'Port of the load balancer.', default: 80 },
  target_port: { ...kinds.port, description: 'Port that the pods listen on.', default: service.port },
  wait_for_load_balancer: {
    description: 'Whether apply waits until the load balancer has an address; false where nothing gives one.',
    type: 'boolean',
    default: true,
  },
  load_balancer_timeout: { ...kinds.duration, description: 'How long apply waits for that address.', default: '5m' },
  load_balancer_class: {
    ...kinds.optional,
    description:
      "What makes the load balancer: eks.amazonaws.com/nlb in EKS Auto Mode; null for the cluster's own way.",
    pattern: '^[a-z0-9.-]+/[a-z0-9-]+$',
    message: 'A class of load balancers is given as eks.amazonaws.com/nlb.',
  },
  load_balancer_scheme: {
    description: 'Where an NLB is reached from: internet-facing, or internal to its VPC.',
    type: 'string',
    default: 'internet-facing',
    enum: ['internet-facing', 'internal'],
    message: 'The scheme of an NLB is internet-facing or internal.',
  },
  load_balancer_delay_seconds: {
    ...loadBalancerDelay,
    validation: [
      rule(
        expression`var.load_balancer_delay_seconds > 0 || !endswith(coalesce(var.load_balancer_class, "none"), "/nlb")`,
        'An NLB would still send to pods that are gone: set load_balancer_delay_seconds to 300.',
      ),
    ],
  },
  certificate_arn: {
    ...kinds.optional,
    description: 'Certificate in ACM with which an NLB serves HTTPS too, on 443; null for HTTP alone.',
    pattern: '^arn:[^:]+:acm:[^:]+:[0-9]{12}:certificate/.+$',
    message: 'A certificate is given by its ARN: arn:aws:acm:eu-west-1:123456789012:certificate/….',
    validation: [
      rule(
        expression`var.certificate_arn == null || var.load_balancer_class != null`,
        'A certificate of ACM serves an NLB: set load_balancer_class to eks.amazonaws.com/nlb, or leave certificate_arn out.',
      ),
    ],
  },
  load_balancer_annotations: { ...kinds.texts, description: 'Annotations by which a cloud shapes its load balancer.' },
})
