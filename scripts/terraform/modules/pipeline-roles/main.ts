import { groups } from '../../access/groups.ts'
import type { Main } from '../../core/configuration.ts'
import { type Expression, expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import { apply, plan } from './rights.ts'
import { applyTrust, planTrust } from './trust.ts'
import { variables } from './variables.ts'

const input = references(variables)

const mapped = (principal_arn: Expression, group: string) => ({
  cluster_name: input.cluster_name,
  principal_arn,
  kubernetes_groups: [group],
})

export const main = {
  data: { aws_iam_policy_document: { plan, apply, plan_trust: planTrust, apply_trust: applyTrust } },
  resource: {
    aws_iam_openid_connect_provider: {
      gitlab: {
        count: expression`${input.gitlab_provider_arn} == null ? 1 : 0`,
        url: input.gitlab_url,
        client_id_list: [input.gitlab_url],
      },
    },
    aws_iam_role: {
      plan: {
        name: template`${input.cluster_name}-gitlab-plan`,
        assume_role_policy: expression`data.aws_iam_policy_document.plan_trust.json`,
      },
      apply: {
        name: template`${input.cluster_name}-gitlab-apply`,
        assume_role_policy: expression`data.aws_iam_policy_document.apply_trust.json`,
      },
    },
    aws_iam_role_policy: {
      plan: {
        name: 'plan',
        role: expression`aws_iam_role.plan.name`,
        policy: expression`data.aws_iam_policy_document.plan.json`,
      },
      apply: {
        name: 'apply',
        role: expression`aws_iam_role.apply.name`,
        policy: expression`data.aws_iam_policy_document.apply.json`,
      },
    },
    aws_eks_access_entry: {
      plan: mapped(expression`aws_iam_role.plan.arn`, groups.plan),
      apply: mapped(expression`aws_iam_role.apply.arn`, groups.apply),
    },
  },
} satisfies Main
