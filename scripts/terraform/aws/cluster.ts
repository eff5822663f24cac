import { awsProvider } from '../aws-provider.ts'
import { Expression, each, expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { call, data, passOn, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { eks } from '../modules/eks.ts'
import { kms } from '../modules/kms.ts'
import { network } from '../modules/network.ts'
import { pipelineRoles } from '../modules/pipeline-roles.ts'
import { podIdentity } from '../modules/pod-identity.ts'
import { protection } from '../protection.ts'

const { region, cluster_name, availability_zones, vpc_cidr, nat_per_zone, log_retention_days } = network.variables
const { kubernetes_version, public_access_cidrs, administrator_role_arns } = eks.variables
const { name, namespace, staging_bucket, staging_prefix } = podIdentity.variables
const { state_bucket, gitlab_url, gitlab_project, ...gitlab } = pipelineRoles.variables
const { gitlab_default_branch, gitlab_environment_protected, gitlab_provider_arn } = gitlab

const input = inputs({
  region,
  cluster_name,
  kubernetes_version,
  availability_zones,
  vpc_cidr,
  nat_per_zone,
  public_access_cidrs,
  administrator_role_arns,
  log_retention_days,
  name,
  namespace,
  staging_bucket,
  staging_prefix,
  state_bucket,
  gitlab_url,
  gitlab_project: {
    ...gitlab_project,
    ...kinds.optional,
    description: 'Path of the GitLab project whose jobs plan and apply; null if there is none.',
  },
  gitlab_default_branch,
  gitlab_environment_protected,
  gitlab_provider_arn,
  tags: kinds.tags,
})

const key = call('key', kms, passOn(input, kms))

const vpc = call('network', network, { ...passOn(input, network), key_arn: key.output.arn })

const cluster = call('eks', eks, {
  ...passOn(input, eks),
  subnet_ids: vpc.output.private_subnet_ids,
  key_arn: key.output.arn,
})

// EKS writes once more after its destruction, and so creates its log group anew. The next cluster of that name takes it over:
// created again, the apply would fail; left to EKS, logs would be kept for ever and without the key.
const logGroup = template`/aws/eks/${input.cluster_name}/cluster`
const logGroups = data('aws_cloudwatch_log_groups', 'cluster', { log_group_name_prefix: logGroup })
const leftLogs = {
  for_each: expression`setintersection(${logGroups.log_group_names}, [${logGroup}])`,
  to: new Expression(`${cluster.code}.aws_cloudwatch_log_group.cluster`, cluster.refersTo),
  id: each.value,
}

const { name: clusterName, arn: cluster_arn } = cluster.output

const pods = call('pod_identity', podIdentity, { ...passOn(input, podIdentity), cluster_name: clusterName })

const pipeline = call(
  'pipeline_roles',
  pipelineRoles,
  { ...passOn(input, pipelineRoles), cluster_name: clusterName, cluster_arn },
  expression`${input.gitlab_project} == null ? 0 : 1`,
)

export const awsCluster = root('aws/cluster', {
  description:
    "Network, EKS cluster (Auto Mode), KMS key, Pod Identity of the service, and the roles of the pipeline's jobs.",
  input,
  providers: { aws: awsProvider(input) },
  resources: [key, vpc, logGroups, cluster, pods, pipeline, protection(key.output.arn, cluster_arn)],
  imports: [leftLogs],
  outputs: {
    cluster_name: { description: 'Name of the cluster.', value: clusterName },
    endpoint: { description: "Address of the cluster's API, for KUBE_HOST.", value: cluster.output.endpoint },
    certificate_authority: {
      description: 'CA certificate of that API in base64; decoded, it is KUBE_CLUSTER_CA_CERT_DATA.',
      value: cluster.output.certificate_authority,
    },
    kubeconfig_command: {
      description: 'Command that writes a kubeconfig for it.',
      value: template`aws eks update-kubeconfig --region ${input.region} --name ${clusterName}`,
    },
    nat_addresses: {
      description: 'Addresses from which requests of the pods reach the internet.',
      value: vpc.output.nat_addresses,
    },
    pod_role_arn: { description: 'ARN of the role of the pods.', value: pods.output.role_arn },
    state_role_arn: {
      description:
        "ARN of the role of GitLab's jobs for merge requests, which read the state and certificates; null without gitlab_project.",
      value: pipeline.output.state_role_arn,
    },
    plan_role_arn: {
      description: "ARN of the role of GitLab's jobs that plan; null without gitlab_project.",
      value: pipeline.output.plan_role_arn,
    },
    apply_role_arn: {
      description: "ARN of the role of GitLab's jobs that apply; null without gitlab_project.",
      value: pipeline.output.apply_role_arn,
    },
  },
})
