import type { Expression } from '../../core/expression.ts'
import { inputs, type Variables } from '../../core/inputs.ts'
import { kinds, wholeNumber } from '../../kinds.ts'
import { service } from '../../service.ts'

/** Inputs of both modules. */
export const sharedVariables = {
  name: {
    description: 'Name of the service and of its objects.',
    type: 'string',
    default: service.name,
    pattern: '^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$',
    message: 'A name has 1 to 40 lower-case letters, digits and hyphens, and starts with a letter.',
  },
  namespace: {
    ...kinds.namespace,
    description: 'Namespace of the service; the root access creates it.',
    default: service.namespace,
  },
} as const satisfies Variables

/**
 * For an NLB with IP targets, AWS Support states 180 to 300 s to register a target, and the same to stop sending to one
 * that was deregistered (kubernetes-sigs/aws-load-balancer-controller#1834). Users measured 120 s and more (#2366 there).
 */
export const loadBalancerDelay = {
  ...wholeNumber('A delay in seconds', 0, service.mostDrainSeconds),
  description:
    'Seconds until the load balancer has added a new pod or removed an old one: 300 for an NLB, 0 on one machine.',
  default: 0,
} as const

// These references are valid in any module that spreads sharedVariables into its inputs.
const { name, namespace } = inputs(sharedVariables)

/** Selects the pods. It cannot change while they run. */
export const selector = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name }

export const labels = { ...selector, 'app.kubernetes.io/managed-by': 'terraform' }

/** The metadata of an object of the service, which has the service's name unless it is given another. */
export const metadata = (ownName: Expression = name) => ({ name: ownName, namespace, labels })
