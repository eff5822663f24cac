import { references } from '../../core/inputs.ts'
import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

export const runner = {
  folder: 'aws/runner',
  description: "A GitLab runner in the cluster's VPC, for the jobs that deploy; scripts/runner/ has its image.",
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
