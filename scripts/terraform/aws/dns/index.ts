import { references } from '../../core/inputs.ts'
import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

export const dns = {
  folder: 'aws/dns',
  description:
    'The names by which people find the service and the cluster; applied after `app`, whose load balancer it names.',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
