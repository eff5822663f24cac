import { inputs } from '../../../core/inputs.ts'
import { service } from '../../../service.ts'
import { duration, port, sharedVariables } from '../shared-variables.ts'

export const variables = inputs({
  ...sharedVariables,
  port: { ...port, description: 'Port of the load balancer.', default: 80 },
  target_port: { ...port, description: 'Port that the pods listen on.', default: service.port },
  wait_for_load_balancer: {
    description: 'Whether apply waits until the load balancer has an address; false where nothing gives one.',
    type: 'boolean',
    default: true,
  },
  load_balancer_timeout: { ...duration, description: 'How long apply waits for that address.', default: '5m' },
  load_balancer_annotations: {
    description: 'Annotations by which a cloud shapes its load balancer.',
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
  },
})
