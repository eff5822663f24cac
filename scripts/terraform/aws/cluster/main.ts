import { expression } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import { call, type Main } from '../../core/module.ts'
import { eks } from '../../modules/eks/index.ts'
import { kms } from '../../modules/kms.ts'
import { network } from '../../modules/network/index.ts'
import { pipelineRoles } from '../../modules/pipeline-roles/index.ts'
import { podIdentity } from '../../modules/pod-identity.ts'
import { variables } from './variables.ts'

const input = references(variables)

export const key = call('key', kms, { region: input.region, cluster_name: input.cluster_name })

export const vpc = call('network', network, {
  region: input.region,
  cluster_name: input.cluster_name,
  vpc_cidr: input.vpc_cidr,
  availability_zones: input.availability_zones,
  nat_per_zone: input.nat_per_zone,
  log_retention_days: input.log_retention_days,
  key_arn: key.output.arn,
})

export const cluster = call('eks', eks, {
  cluster_name: input.cluster_name,
  kubernetes_version: input.kubernetes_version,
  vpc_cidr: input.vpc_cidr,
  subnet_ids: vpc.output.private_subnet_ids,
  public_access_cidrs: input.public_access_cidrs,
  administrator_role_arns: input.administrator_role_arns,
  key_arn: key.output.arn,
  log_retention_days: input.log_retention_days,
})

export const pods = call('pod_identity', podIdentity, {
  cluster_name: cluster.output.name,
  name: input.name,
  namespace: input.namespace,
  staging_bucket: input.staging_bucket,
  staging_prefix: input.staging_prefix,
})

export const pipeline = call(
  'pipeline_roles',
  pipelineRoles,
  {
    cluster_name: cluster.output.name,
    cluster_arn: cluster.output.arn,
    state_bucket: input.state_bucket,
    staging_bucket: input.staging_bucket,
    gitlab_url: input.gitlab_url,
    gitlab_project: input.gitlab_project,
    gitlab_default_branch: input.gitlab_default_branch,
    gitlab_environment_protected: input.gitlab_environment_protected,
    gitlab_provider_arn: input.gitlab_provider_arn,
  },
  expression`${input.gitlab_project} == null ? 0 : 1`,
)

export const main = {
  module: { ...key.module, ...vpc.module, ...cluster.module, ...pods.module, ...pipeline.module },
} satisfies Main
