import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

export const network = {
  folder: 'modules/network',
  description:
    'A VPC over three availability zones: private subnets for nodes and pods, public ones for load balancers and NAT.',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
