import { type Expression, expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { accounts } from '../service.ts'
import { roleWithPolicy } from './aws-role.ts'
import { rightsOf } from './pipeline-roles/rights.ts'

const input = inputs({
  cluster_name: kinds.clusterName,
  cluster_arn: { description: 'ARN of the EKS cluster.', type: 'string' },
  state_bucket: { ...kinds.bucketName, description: "Name of the bucket for Terraform's state." },
  staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
  gitlab_url: {
    ...kinds.gitlabUrl,
    description: 'Address of GitLab as in its tokens: their issuer, and the audience that jobs request.',
  },
  gitlab_project: {
    description: 'Path of the project, such as platform/mirror-service.',
    type: 'string',
    // A * would admit other projects.
    pattern: '^[\\w.-]+(/[\\w.-]+)+$',
    message: 'Write the path of the project as platform/mirror-service.',
  },
  gitlab_default_branch: {
    description: 'The default branch, which must be protected: only its jobs apply.',
    type: 'string',
    default: 'main',
    pattern: '^[^*?:\\s]+$',
    message: 'Write the name of the branch, such as main.',
  },
  gitlab_environment_protected: {
    description:
      'Whether apply also requires a protected environment, which tokens must then state: see aws/cluster/README.md.',
    type: 'boolean',
    default: false,
  },
  gitlab_provider_arn: {
    ...kinds.optional,
    description:
      "ARN of GitLab's identity provider, if the account has it already: it can have only one. null creates it.",
    pattern: '^arn:[^:]+:iam::[0-9]{12}:oidc-provider/.+$',
    message: 'Write the ARN of the provider as arn:aws:iam::123456789012:oidc-provider/gitlab.com.',
  },
})

const gitlab = resource('aws_iam_openid_connect_provider', 'gitlab', {
  count: expression`${input.gitlab_provider_arn} == null ? 1 : 0`,
  url: input.gitlab_url,
  client_id_list: [input.gitlab_url],
})

const issuer = expression`trimprefix(${input.gitlab_url}, "https://")`

/**
 * Trusts GitLab jobs by their tokens. AWS compares only aud and sub (for gitlab.com some more, such as ref_protected).
 *
 * A fork's merge request cannot pass for the project: project_path is then the fork's, even if its pipeline runs in the
 * parent (gitlab-org/gitlab#563038). A merge request from the default branch has that branch's name as ref, but only
 * people who may push or merge to the default branch can start its pipeline. If sub has ref_protected, it is false there,
 * unless the target is protected too.
 */
const trust = (test: string, subjects: Expression[]) => ({
  sid: 'GitLab',
  actions: ['sts:AssumeRoleWithWebIdentity'],
  principals: [
    { type: 'Federated', identifiers: [expression`coalesce(${input.gitlab_provider_arn}, ${one(gitlab).arn})`] },
  ],
  condition: [
    { test: 'StringEquals', variable: template`${issuer}:aud`, values: [input.gitlab_url] },
    { test, variable: template`${issuer}:sub`, values: subjects },
  ],
})

const branches = template`project_path:${input.gitlab_project}:ref_type:branch:ref:`
const defaultBranch = template`project_path:${input.gitlab_project}:ref_type:branch:ref:${input.gitlab_default_branch}`
const protectedBranch = template`${defaultBranch}:ref_protected:true`
const environment = expression`${input.gitlab_environment_protected} ? ":environment_protected:true" : ""`

const trusts = {
  // The ref of a merge request is its branch. Jobs of any branch read the state, those of a tag do not.
  state: trust('StringLike', [template`${branches}*`]),
  // No branch has a colon in its name, so the patterns only add jobs with an environment. GitLab puts ref_protected into
  // all tokens of a project or into none, so the shorter form is no way around it.
  plan: trust('StringLike', [
    defaultBranch,
    template`${defaultBranch}:environment_protected:*`,
    template`${protectedBranch}*`,
  ]),
  apply: trust('StringEquals', [template`${defaultBranch}${environment}`, template`${protectedBranch}${environment}`]),
}

const partition = data('aws_partition', 'current', {})

const rights = rightsOf(input, partition.partition)

// Merge requests read the state, plans read everything, and an apply writes.
const roleOf = (job: keyof typeof trusts) =>
  roleWithPolicy(job, {
    name: template`${input.cluster_name}-gitlab-${job}`,
    trust: trusts[job],
    policy: { name: job, statement: rights[job] },
  })

const [state, plan, apply] = [roleOf('state'), roleOf('plan'), roleOf('apply')]

const entryOf = (job: keyof typeof accounts, { role }: typeof plan) =>
  resource('aws_eks_access_entry', job, {
    cluster_name: input.cluster_name,
    principal_arn: role.arn,
    kubernetes_groups: [accounts[job]],
  })

export const pipelineRoles = module('modules/pipeline-roles', {
  description:
    "Roles of GitLab's jobs in AWS and the cluster. The jobs use tokens that GitLab signs; no key is stored.",
  input,
  resources: [
    ...[gitlab, partition, ...state.parts, ...plan.parts, ...apply.parts],
    ...[entryOf('plan', plan), entryOf('apply', apply)],
  ],
  outputs: {
    state_role_arn: { description: 'Role of the jobs that plan for merge requests.', value: state.role.arn },
    plan_role_arn: { description: 'Role of the jobs that plan.', value: plan.role.arn },
    apply_role_arn: { description: 'Role of the jobs that apply.', value: apply.role.arn },
  },
  test: {
    accepted: {
      cluster_name: 'mirror-service-infr',
      cluster_arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/mirror-service-infr',
      state_bucket: 'mirror-service-infr-state',
      staging_bucket: 'mirror-service-infr-staging',
      gitlab_project: 'platform/mirror-service',
    },
    alsoAccepted: [['gitlab_with_path', { gitlab_url: 'https://example.com/gitlab' }]],
    rejected: [
      ['every_project', { gitlab_project: 'platform/*' }, 'gitlab_project'],
      ['project_without_group', { gitlab_project: 'mirror-service' }, 'gitlab_project'],
      ['every_branch', { gitlab_default_branch: '*' }, 'gitlab_default_branch'],
      ['branch_with_a_claim', { gitlab_default_branch: 'main:environment_protected:true' }, 'gitlab_default_branch'],
      ['gitlab_without_tls', { gitlab_url: 'http://gitlab.example.com' }, 'gitlab_url'],
      ['gitlab_with_slash', { gitlab_url: 'https://gitlab.example.com/' }, 'gitlab_url'],
      ['gitlab_with_port', { gitlab_url: 'https://gitlab.example.com:8443' }, 'gitlab_url'],
      ['provider_by_name', { gitlab_provider_arn: 'gitlab.com' }, 'gitlab_provider_arn'],
    ],
  },
})
