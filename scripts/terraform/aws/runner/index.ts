import type { Configuration } from '../../core/configuration.ts'
import { references } from '../../core/inputs.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** A GitLab runner in the cluster's VPC, for the jobs that deploy; scripts/runner/ has its image. */
export const runner = {
  folder: 'aws/runner',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
