import { inputs } from '../../core/inputs.ts'
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
  namespace: {
    description: 'Namespace it runs in; the root access makes it.',
    type: 'string',
    default: 'oper',
  },
})

/** The number of a port, as far as an input says it. */
export const port = {
  type: 'integer',
  minimum: 1,
  maximum: 65535,
  message: 'A port is a whole number from 1 to 65535.',
} as const

/** A time that Terraform waits, likewise. */
export const duration = {
  type: 'string',
  pattern: '^[1-9][0-9]*[smh]$',
  message: 'A time is a number of seconds, minutes or hours, such as 90s or 5m.',
} as const
