import { type Expression, template } from '../core/expression.ts'
import type { DataAwsIamPolicyDocument } from '../core/schemas/aws.d.ts'
import { service } from '../service.ts'

/** What the pods may do in AWS: upload below a prefix of a bucket, nothing else. */
export const writerPolicy = (bucketArn: Expression, prefix: Expression) =>
  ({
    statement: [
      { sid: 'Upload', effect: 'Allow', actions: service.s3Actions, resources: [template`${bucketArn}/${prefix}/*`] },
    ],
  }) satisfies DataAwsIamPolicyDocument
