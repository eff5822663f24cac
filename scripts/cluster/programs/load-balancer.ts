import { join } from 'node:path'
import { network } from '../places.ts'
import { answers } from '../request.ts'
import type { Program } from './program.ts'

export const loadBalancerPort = 8080

export const loadBalancer: Program = {
  name: 'load-balancer',
  command: [process.execPath, join(import.meta.dirname, '../assign-addresses.ts')],
  check: () => answers(`http://${network.node}:${loadBalancerPort}`),
}
