import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** A VPC over three availability zones: private subnets for nodes and pods, public ones for load balancers and NAT. */
export const network = {
  folder: 'modules/network',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
