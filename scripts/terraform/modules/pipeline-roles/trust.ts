import { type Expression, expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { DataAwsIamPolicyDocument } from '../../schemas/aws.d.ts'
import { variables } from './variables.ts'

const input = references(variables)
const issuer = expression`trimprefix(${input.gitlab_url}, "https://")`

/** ARN of GitLab's identity provider: the one given, or the one made here. */
export const provider = expression`coalesce(${input.gitlab_provider_arn}, one(aws_iam_openid_connect_provider.gitlab[*].arn))`

/**
 * Jobs of GitLab by their tokens, of which AWS compares aud and sub alone (of gitlab.com's some more: ref_protected among them).
 * A fork's merge request cannot pass for the project: project_path is then the fork's, also where its pipeline runs in the
 * parent (gitlab-org/gitlab#563038). One of the default branch into another has its name, but only who may push or merge to
 * the default branch can start its pipeline.
 */
const trust = (test: string, values: Expression[]): DataAwsIamPolicyDocument => ({
  statement: [
    {
      sid: 'GitLab',
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: [{ type: 'Federated', identifiers: [provider] }],
      condition: [
        { test: 'StringEquals', variable: template`${issuer}:aud`, values: [input.gitlab_url] },
        { test, variable: template`${issuer}:sub`, values },
      ],
    },
  ],
})

const branches = template`project_path:${input.gitlab_project}:ref_type:branch:ref:`
const defaultBranch = template`project_path:${input.gitlab_project}:ref_type:branch:ref:${input.gitlab_default_branch}`
const environment = expression`${input.gitlab_environment_protected} ? ":environment_protected:true" : ""`

export const trusts = {
  /** Merge requests have the name of their branch as ref, so that any branch, and no tag, reads the state. */
  state: trust('StringLike', [template`${branches}*`]),
  // No branch has a colon in its name, and a job of another environment may plan too.
  plan: trust('StringLike', [defaultBranch, template`${defaultBranch}:environment_protected:*`]),
  apply: trust('StringEquals', [template`${defaultBranch}${environment}`]),
}
