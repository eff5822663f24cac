import { expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'

const input = inputs({
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

const bucket = resource('aws_s3_bucket', 'bucket', { bucket: input.bucket, force_destroy: input.force_destroy })

const ownership = resource('aws_s3_bucket_ownership_controls', 'bucket', {
  bucket: bucket.id,
  rule: { object_ownership: 'BucketOwnerEnforced' },
})

const publicAccess = resource('aws_s3_bucket_public_access_block', 'bucket', {
  bucket: bucket.id,
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
})

const encryption = resource('aws_s3_bucket_server_side_encryption_configuration', 'bucket', {
  bucket: bucket.id,
  rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
})

const versioning = resource('aws_s3_bucket_versioning', 'bucket', {
  bucket: bucket.id,
  versioning_configuration: { status: 'Enabled' },
})

const tlsOnly = data('aws_iam_policy_document', 'tls_only', {
  statement: [
    {
      sid: 'TlsOnly',
      effect: 'Deny',
      principals: [{ type: '*', identifiers: ['*'] }],
      actions: ['s3:*'],
      resources: [bucket.arn, template`${bucket.arn}/*`],
      condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
  ],
})

const policy = resource('aws_s3_bucket_policy', 'tls_only', {
  count: expression`${input.tls_only} ? 1 : 0`,
  bucket: bucket.id,
  policy: tlsOnly.json,
  // S3 refuses two changes of a bucket's access at one time.
  depends_on: [publicAccess],
})

// A bucket can have only one lifecycle configuration: add rules to this one.
const lifecycle = resource('aws_s3_bucket_lifecycle_configuration', 'bucket', {
  count: expression`${input.lifecycle_rules} ? 1 : 0`,
  bucket: bucket.id,
  rule: [
    {
      id: 'clean-up',
      status: 'Enabled',
      filter: [{}],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      noncurrent_version_expiration: [{ noncurrent_days: input.noncurrent_days }],
    },
  ],
  depends_on: [versioning],
})

export const s3 = module('modules/s3', {
  description: 'A private bucket that keeps old versions for a while.',
  input,
  resources: [bucket, ownership, publicAccess, encryption, versioning, tlsOnly, policy, lifecycle],
  outputs: {
    bucket: { description: 'Name of the bucket, known once it exists.', value: bucket.id },
    arn: { description: 'ARN of the bucket.', value: bucket.arn },
  },
  test: {
    accepted: { bucket: 'mirror-service-staging' },
    rejected: [
      ['name_in_capitals', { bucket: 'Staging' }, 'bucket'],
      ['name_too_short', { bucket: 'ab' }, 'bucket'],
      ['name_too_long', { bucket: 'a'.repeat(64) }, 'bucket'],
      ['name_with_underscore', { bucket: 'my_bucket' }, 'bucket'],
      ['name_with_hyphen_at_its_end', { bucket: 'bucket-' }, 'bucket'],
      ['noncurrent_days_zero', { noncurrent_days: 0 }, 'noncurrent_days'],
    ],
  },
})
