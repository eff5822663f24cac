import type { Outputs } from '../../core/configuration.ts'
import { expression } from '../../core/expression.ts'

export const outputs = {
  bucket: { description: 'Name of the bucket, once it is there.', value: expression`aws_s3_bucket.bucket.id` },
  arn: { description: 'ARN of the bucket.', value: expression`aws_s3_bucket.bucket.arn` },
} satisfies Outputs
