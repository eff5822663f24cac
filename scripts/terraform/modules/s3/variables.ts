import { inputs } from '../../core/inputs.ts'

/** A bucket's name, by the rules of S3. */
export const bucketName = {
  type: 'string',
  // Without dots, which no certificate of S3 covers.
  pattern: '^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$',
  message: 'A bucket name has 3 to 63 lower-case letters, digits and hyphens, no hyphen first or last.',
} as const

/** Where in the staging bucket the service writes. */
export const stagingPrefix = {
  description: 'Where in the bucket uploads go.',
  type: 'string',
  default: 'uploads',
  pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$',
  message: 'A prefix has letters, digits, hyphens and underscores, in parts with a slash between.',
} as const

export const variables = inputs({
  bucket: { ...bucketName, description: 'Name of the bucket.' },
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
    description: 'Days that an overwritten or deleted version is kept.',
    type: 'integer',
    default: 90,
    minimum: 1,
    message: 'A number of days is a whole number from 1.',
  },
  force_destroy: {
    description: 'Whether destroy deletes what is in the bucket too; apply it before the destroy.',
    type: 'boolean',
    default: false,
  },
})
