import { defineInputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'
import { variables as eks } from '../../modules/eks/variables.ts'
import { variables as network } from '../../modules/network/variables.ts'
import { variables as pipelineRoles } from '../../modules/pipeline-roles/variables.ts'
import { podIdentity } from '../../modules/pod-identity.ts'

export const variables = defineInputs({
  region: network.region,
  cluster_name: eks.cluster_name,
  kubernetes_version: eks.kubernetes_version,
  availability_zones: network.availability_zones,
  vpc_cidr: network.vpc_cidr,
  nat_per_zone: network.nat_per_zone,
  public_access_cidrs: eks.public_access_cidrs,
  administrator_role_arns: eks.administrator_role_arns,
  log_retention_days: eks.log_retention_days,
  name: podIdentity.variables.name,
  namespace: podIdentity.variables.namespace,
  staging_bucket: podIdentity.variables.staging_bucket,
  staging_prefix: podIdentity.variables.staging_prefix,
  state_bucket: pipelineRoles.state_bucket,
  gitlab_url: pipelineRoles.gitlab_url,
  gitlab_project: {
    ...pipelineRoles.gitlab_project,
    ...kinds.optional,
    description: 'Path of the project in GitLab whose jobs plan and apply; null where none do.',
  },
  gitlab_default_branch: pipelineRoles.gitlab_default_branch,
  gitlab_environment_protected: pipelineRoles.gitlab_environment_protected,
  gitlab_provider_arn: pipelineRoles.gitlab_provider_arn,
})
