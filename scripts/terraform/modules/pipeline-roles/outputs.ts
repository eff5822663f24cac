import { expression } from '../../core/expression.ts'
import type { Outputs } from '../../core/module.ts'

export const outputs = {
  state_role_arn: {
    description: 'Role of the jobs that plan for merge requests.',
    value: expression`aws_iam_role.state.arn`,
  },
  plan_role_arn: { description: 'Role of the jobs that plan.', value: expression`aws_iam_role.plan.arn` },
  apply_role_arn: { description: 'Role of the jobs that apply.', value: expression`aws_iam_role.apply.arn` },
} satisfies Outputs
