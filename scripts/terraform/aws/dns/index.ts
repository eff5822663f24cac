import type { Configuration } from '../../core/configuration.ts'
import { references } from '../../core/inputs.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** The names by which people find the service and the cluster; applied after `app`, whose load balancer it names. */
export const dns = {
  folder: 'aws/dns',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
