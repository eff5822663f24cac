import { nativeTest } from '../../../core/native-test.ts'
import { variables } from './variables.ts'

const nlb = { load_balancer_class: 'eks.amazonaws.com/nlb', load_balancer_delay_seconds: 300 }
const certificate_arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1'

export const inputs = nativeTest(
  'kubernetes',
  variables,
  { port: 8080, load_balancer_timeout: '90s' },
  [
    ['port_out_of_range', { port: 65536 }, 'port'],
    ['target_port_of_none', { target_port: 0 }, 'target_port'],
    ['timeout_without_unit', { load_balancer_timeout: '90' }, 'load_balancer_timeout'],
    ['class_without_group', { load_balancer_class: 'nlb' }, 'load_balancer_class'],
    ['nlb_that_pods_do_not_wait_for', { ...nlb, load_balancer_delay_seconds: 0 }, 'load_balancer_delay_seconds'],
    ['certificate_by_name', { ...nlb, certificate_arn: 'a' }, 'certificate_arn'],
    ['certificate_without_nlb', { certificate_arn }, 'certificate_arn'],
  ],
  [
    ['nlb_with_https', { ...nlb, certificate_arn }],
    ['another_class', { load_balancer_class: 'io.cilium/node' }],
  ],
)
