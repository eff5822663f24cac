import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { roles } from './roles.ts'
import { variables } from './variables.ts'

const input = references(variables)
const cluster_name = expression`aws_eks_cluster.cluster.name`
const isPublic = expression`length(${input.public_access_cidrs}) > 0`
const administrators = expression`toset(${input.administrator_role_arns})`

export const main = {
  data: roles.data,
  resource: {
    ...roles.resource,
    // Made before EKS makes it, which would keep everything for ever.
    aws_cloudwatch_log_group: {
      cluster: {
        name: template`/aws/eks/${input.cluster_name}/cluster`,
        retention_in_days: input.log_retention_days,
        kms_key_id: input.key_arn,
      },
    },
    aws_eks_cluster: {
      cluster: {
        name: input.cluster_name,
        version: input.kubernetes_version,
        role_arn: expression`aws_iam_role.cluster.arn`,
        // Auto Mode, the next four: AWS runs nodes, load balancers and volumes; all of it or nothing.
        bootstrap_self_managed_addons: false,
        compute_config: {
          enabled: true,
          node_pools: ['general-purpose', 'system'],
          node_role_arn: expression`aws_iam_role.node.arn`,
        },
        kubernetes_network_config: { elastic_load_balancing: { enabled: true } },
        storage_config: { block_storage: { enabled: true } },
        access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
        vpc_config: {
          subnet_ids: input.subnet_ids,
          endpoint_private_access: true,
          endpoint_public_access: isPublic,
          public_access_cidrs: expression`${isPublic} ? ${input.public_access_cidrs} : null`,
        },
        encryption_config: { resources: ['secrets'], provider: { key_arn: input.key_arn } },
        enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
        upgrade_policy: { support_type: 'STANDARD' },
        // Lets a person, or AWS itself, take a failing zone out of service.
        zonal_shift_config: { enabled: true },
        // Else a destroy could take the roles first, and the cluster could not remove what it made.
        depends_on: [
          expression`aws_iam_role_policy_attachment.cluster`,
          expression`aws_iam_role_policy_attachment.node`,
          expression`aws_cloudwatch_log_group.cluster`,
        ],
      },
    },
    // Runners and bastions in the VPC; whoever comes still has to be somebody in IAM.
    aws_vpc_security_group_ingress_rule: {
      api: {
        security_group_id: expression`aws_eks_cluster.cluster.vpc_config[0].cluster_security_group_id`,
        description: 'The API of the cluster, from the VPC',
        cidr_ipv4: input.vpc_cidr,
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
      },
    },
    // Without it the HorizontalPodAutoscaler is blind; Auto Mode has all else.
    aws_eks_addon: { metrics: { cluster_name, addon_name: 'metrics-server' } },
    aws_eks_access_entry: {
      administrator: { for_each: administrators, cluster_name, principal_arn: expression`each.key` },
    },
    aws_eks_access_policy_association: {
      administrator: {
        for_each: administrators,
        cluster_name,
        principal_arn: expression`aws_eks_access_entry.administrator[each.key].principal_arn`,
        policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        access_scope: { type: 'cluster' },
      },
    },
  },
} satisfies Main
