import { defineInputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'
import { clusterName } from '../eks/shared-variables.ts'

export const variables = defineInputs({
  cluster_name: clusterName,
  cluster_arn: { description: 'ARN of the EKS cluster.', type: 'string' },
  state_bucket: { ...kinds.bucketName, description: "Name of the bucket for Terraform's state." },
  staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
  gitlab_url: {
    description: 'Address of GitLab, as its tokens name it: their issuer, and the aud that jobs ask for.',
    type: 'string',
    default: 'https://gitlab.com',
    pattern: '^https://[^/]+(/[^/]+)*$',
    message: 'GitLab has an address such as https://gitlab.com, without a slash at its end.',
  },
  gitlab_project: {
    description: 'Path of the project, such as platform/mirror-service.',
    type: 'string',
    // A * would let other projects in.
    pattern: '^[\\w.-]+(/[\\w.-]+)+$',
    message: 'A project has a path such as platform/mirror-service.',
  },
  gitlab_default_branch: {
    description: 'The default branch, which has to be protected: its jobs alone apply.',
    type: 'string',
    default: 'main',
    pattern: '^[^*?:\\s]+$',
    message: 'A branch is given by its name, such as main.',
  },
  gitlab_environment_protected: {
    description:
      'Whether apply also asks for a protected environment: the project then has ci_id_token_sub_claim_components = project_path, ref_type, ref, environment_protected.',
    type: 'boolean',
    default: false,
  },
  gitlab_provider_arn: {
    ...kinds.optional,
    description:
      "ARN of GitLab's identity provider where the account has it already, as there can be one; null to make it.",
    pattern: '^arn:[^:]+:iam::[0-9]{12}:oidc-provider/.+$',
    message: 'An identity provider has an ARN such as arn:aws:iam::123456789012:oidc-provider/gitlab.com.',
  },
})
