import { expression } from '../../core/expression.ts'
import type { Outputs } from '../../core/module.ts'

export const outputs = {
  role_arn: { description: 'ARN of the role that the pods assume.', value: expression`aws_iam_role.pod.arn` },
} satisfies Outputs
