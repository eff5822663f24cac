import { inputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'

/** Where in the staging bucket the service writes. */
export const stagingPrefix = {
  description: 'Where in the bucket uploads go.',
  type: 'string',
  default: 'uploads',
  pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$',
  message: 'A prefix has letters, digits, hyphens and underscores, in parts with a slash between.',
} as const

export const variables = inputs({
  bucket: { ...kinds.bucketName, description: 'Name of the bucket.' },
  tls_only: {
    description: 'Whether requests without TLS are refused; false for an S3 server that has none.',
    type: 'boolean',
    default: true,
  },
  lifecycle_rules: {
    description: 'Whether broken uploads and old versions are removed in time; creating the rules takes a minute.',
    type: 'boolean',
    default: true,
  },
  noncurrent_days: {
    ...kinds.days,
    description: 'Days that an overwritten or deleted version is kept.',
    default: 90,
  },
  force_destroy: {
    description: 'Whether destroy deletes what is in the bucket too; apply it before the destroy.',
    type: 'boolean',
    default: false,
  },
})
