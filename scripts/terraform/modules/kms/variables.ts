import { awsVariables } from '../../aws-variables.ts'
import { inputs } from '../../core/inputs.ts'
import { clusterName } from '../eks/shared-variables.ts'

export const variables = inputs({ ...awsVariables, cluster_name: clusterName })
