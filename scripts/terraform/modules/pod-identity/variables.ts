import { defineInputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'
import { sharedVariables } from '../k8s/shared-variables.ts'

export const variables = defineInputs({
  ...sharedVariables,
  cluster_name: { description: 'Name of the EKS cluster.', type: 'string' },
  staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
  staging_prefix: kinds.stagingPrefix,
})
