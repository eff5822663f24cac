import { inputs } from '../../../core/inputs.ts'
import { kinds } from '../../../kinds.ts'
import { service } from '../../../service.ts'
import { sharedVariables } from '../shared-variables.ts'

export const variables = inputs({
  ...sharedVariables,
  port: { ...kinds.port, description: 'Port of the load balancer.', default: 80 },
  target_port: { ...kinds.port, description: 'Port that the pods listen on.', default: service.port },
  wait_for_load_balancer: {
    description: 'Whether apply waits until the load balancer has an address; false where nothing gives one.',
    type: 'boolean',
    default: true,
  },
  load_balancer_timeout: { ...kinds.duration, description: 'How long apply waits for that address.', default: '5m' },
  load_balancer_annotations: { ...kinds.texts, description: 'Annotations by which a cloud shapes its load balancer.' },
})
