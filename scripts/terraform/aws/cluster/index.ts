import { references } from '../../core/inputs.ts'
import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

export const awsCluster = {
  folder: 'aws/cluster',
  description:
    'What EKS has instead of a cluster on one machine: network, cluster, and who its pods and pipelines are in AWS.',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
