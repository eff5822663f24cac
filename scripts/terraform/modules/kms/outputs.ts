import type { Outputs } from '../../core/configuration.ts'
import { expression } from '../../core/expression.ts'

export const outputs = {
  arn: { description: 'ARN of the key.', value: expression`aws_kms_key.cluster.arn` },
} satisfies Outputs
