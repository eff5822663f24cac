import type { Outputs } from '../../core/configuration.ts'
import { expression } from '../../core/expression.ts'

export const outputs = {
  role_arn: { description: 'ARN of the role that the pods assume.', value: expression`aws_iam_role.pod.arn` },
} satisfies Outputs
