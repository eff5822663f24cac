import { defineInputs } from '../../core/inputs.ts'
import { kinds, wholeNumber } from '../../kinds.ts'
import { service } from '../../service.ts'

/** Inputs of every module of Kubernetes. */
export const sharedVariables = defineInputs({
  name: {
    description: 'Name of the service and of its objects.',
    type: 'string',
    default: service.name,
    pattern: '^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$',
    message: 'A name has 1 to 40 lower-case letters, digits and hyphens, and starts with a letter.',
  },
  namespace: {
    ...kinds.namespace,
    description: 'Namespace it runs in; the root access makes it.',
    default: service.namespace,
  },
})

/**
 * For an NLB with IP targets AWS Support states 180 to 300 s, both to register a target and to stop sending to one that was
 * deregistered (kubernetes-sigs/aws-load-balancer-controller#1834); 120 s and more are measured (#2366 there).
 */
export const loadBalancerDelay = {
  ...wholeNumber('A delay in seconds', 0, service.mostDrainSeconds),
  description:
    'Time the load balancer takes to follow the coming and going of a pod: 300 behind an NLB, 0 on one machine.',
  default: 0,
} as const
