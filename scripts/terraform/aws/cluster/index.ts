import type { Configuration } from '../../core/configuration.ts'
import { references } from '../../core/inputs.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** What EKS has instead of a cluster on one machine: network, cluster, and who its pods and pipelines are in AWS. */
export const awsCluster = {
  folder: 'aws/cluster',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: { region: references(variables).region } },
} satisfies Configuration
