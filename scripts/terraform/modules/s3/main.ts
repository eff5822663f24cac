import type { Main } from '../../core/configuration.ts'
import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import { variables } from './variables.ts'

const input = references(variables)
const bucket = expression`aws_s3_bucket.bucket.id`
const arn = expression`aws_s3_bucket.bucket.arn`

export const main = {
  data: {
    aws_iam_policy_document: {
      tls_only: {
        statement: [
          {
            sid: 'TlsOnly',
            effect: 'Deny',
            principals: [{ type: '*', identifiers: ['*'] }],
            actions: ['s3:*'],
            resources: [arn, template`${arn}/*`],
            condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
          },
        ],
      },
    },
  },
  resource: {
    aws_s3_bucket: { bucket: { bucket: input.bucket, force_destroy: input.force_destroy } },
    aws_s3_bucket_ownership_controls: { bucket: { bucket, rule: { object_ownership: 'BucketOwnerEnforced' } } },
    aws_s3_bucket_public_access_block: {
      bucket: {
        bucket,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      bucket: { bucket, rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }] },
    },
    aws_s3_bucket_versioning: { bucket: { bucket, versioning_configuration: { status: 'Enabled' } } },
    aws_s3_bucket_policy: {
      tls_only: {
        count: expression`${input.tls_only} ? 1 : 0`,
        bucket,
        policy: expression`data.aws_iam_policy_document.tls_only.json`,
        // S3 refuses two changes of a bucket's access at one time.
        depends_on: [expression`aws_s3_bucket_public_access_block.bucket`],
      },
    },
    aws_s3_bucket_lifecycle_configuration: {
      bucket: {
        count: expression`${input.lifecycle_rules} ? 1 : 0`,
        bucket,
        rule: [
          {
            id: 'clean-up',
            status: 'Enabled',
            filter: [{}],
            abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
            noncurrent_version_expiration: [{ noncurrent_days: input.noncurrent_days }],
          },
        ],
        depends_on: [expression`aws_s3_bucket_versioning.bucket`],
      },
    },
  },
} satisfies Main
