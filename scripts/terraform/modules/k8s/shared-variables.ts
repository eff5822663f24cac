import { inputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'
import { service } from '../../service.ts'

/** Inputs of every module of Kubernetes. */
export const sharedVariables = inputs({
  name: {
    description: 'Name of the service and of its objects.',
    type: 'string',
    default: service.name,
    pattern: '^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$',
    message: 'A name has 1 to 40 lower-case letters, digits and hyphens, and starts with a letter.',
  },
  namespace: { ...kinds.namespace, description: 'Namespace it runs in; the root access makes it.', default: 'oper' },
})
