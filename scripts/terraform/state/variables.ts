import { awsVariables } from '../aws-variables.ts'
import { inputs } from '../core/inputs.ts'
import { kinds } from '../kinds.ts'
import { variables as bucket } from '../modules/s3/variables.ts'

/** Where the state of an environment lies, named as the backend's own settings: one file serves it and the root state. */
export const backend = inputs({
  ...awsVariables,
  bucket: { ...kinds.bucketName, description: "Name of the bucket for Terraform's state." },
  use_path_style: {
    description: 'Whether the S3 server, another than AWS, wants the bucket in the path.',
    type: 'boolean',
    default: false,
  },
})

export const variables = inputs({
  ...backend,
  lifecycle_rules: bucket.lifecycle_rules,
  force_destroy: bucket.force_destroy,
})
