import { nativeTest } from '../../../core/native-test.ts'
import { variables } from './variables.ts'

export const inputs = nativeTest('kubernetes', variables, { port: 8080, load_balancer_timeout: '90s' }, [
  ['port_out_of_range', { port: 65536 }, 'port'],
  ['target_port_of_none', { target_port: 0 }, 'target_port'],
  ['timeout_without_unit', { load_balancer_timeout: '90' }, 'load_balancer_timeout'],
])
