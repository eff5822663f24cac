import { s3Provider } from './aws-provider.ts'
import { expression } from './core/expression.ts'
import { inputs, type Variables } from './core/inputs.ts'
import { call, passOn, root } from './core/module.ts'
import { kinds } from './kinds.ts'
import { s3 } from './modules/s3.ts'
import { protection } from './protection.ts'

/** Where an environment keeps its states. The names are the backend's own, so one file serves it and this root. */
export const backend = {
  region: kinds.region,
  bucket: { ...kinds.bucketName, description: "Name of the bucket for Terraform's state." },
  use_path_style: {
    description: 'Whether the S3 server, another than AWS, wants the bucket in the path.',
    type: 'boolean',
    default: false,
  },
} as const satisfies Variables

const { lifecycle_rules, force_destroy } = s3.variables
const input = inputs({ ...backend, lifecycle_rules, force_destroy, tags: kinds.tags })

const bucket = call('bucket', s3, { ...passOn(input, s3), tls_only: expression`!${input.use_path_style}` })

export const state = root('state', {
  description: 'The bucket for the state of every root, its own included.',
  input,
  providers: { aws: s3Provider(input, input.use_path_style) },
  resources: [bucket, protection(bucket.output.arn)],
  outputs: { bucket: { description: "Bucket of Terraform's state.", value: bucket.output.bucket } },
})
