import { Expression, expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { accounts } from '../../service.ts'
import { rights } from './rights.ts'
import { trusts } from './trust.ts'
import { variables } from './variables.ts'

const input = references(variables)

/** What a kind of job is: merge requests read the state, plans read all, and an apply writes. */
const role = (name: keyof typeof rights) => ({
  name: template`${input.cluster_name}-gitlab-${name}`,
  assume_role_policy: new Expression(`data.aws_iam_policy_document.${name}_trust.json`),
})

const policy = (name: keyof typeof rights) => ({
  name,
  role: new Expression(`aws_iam_role.${name}.name`),
  policy: new Expression(`data.aws_iam_policy_document.${name}.json`),
})

const mapped = (principal_arn: Expression, group: string) => ({
  cluster_name: input.cluster_name,
  principal_arn,
  kubernetes_groups: [group],
})

export const main = {
  data: {
    aws_iam_policy_document: {
      ...rights,
      state_trust: trusts.state,
      plan_trust: trusts.plan,
      apply_trust: trusts.apply,
    },
  },
  resource: {
    aws_iam_openid_connect_provider: {
      gitlab: {
        count: expression`${input.gitlab_provider_arn} == null ? 1 : 0`,
        url: input.gitlab_url,
        client_id_list: [input.gitlab_url],
      },
    },
    aws_iam_role: { state: role('state'), plan: role('plan'), apply: role('apply') },
    aws_iam_role_policy: { state: policy('state'), plan: policy('plan'), apply: policy('apply') },
    aws_eks_access_entry: {
      plan: mapped(expression`aws_iam_role.plan.arn`, accounts.plan),
      apply: mapped(expression`aws_iam_role.apply.arn`, accounts.apply),
    },
  },
} satisfies Main
