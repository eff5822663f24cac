import { at, type Expression, each, expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'

const texts = { type: 'array', items: { type: 'string' } } as const

const input = inputs(
  {
    cluster_name: kinds.clusterName,
    kubernetes_version: {
      description: 'Version of Kubernetes; raise it by one minor version at a time.',
      type: 'string',
      // The newest in the EKS user guide. Standard support lasts 14 months; after that an hour costs six times as much.
      // renovate: datasource=endoflife-date depName=amazon-eks
      default: '1.36',
      pattern: '^1\\.[0-9]{2}$',
      message: 'Write the version of Kubernetes as 1.36.',
    },
    vpc_cidr: { description: 'Addresses of the VPC, which may reach the private endpoint.', type: 'string' },
    subnet_ids: { ...texts, description: 'Private subnets of the nodes, one in each zone.' },
    public_access_cidrs: {
      ...texts,
      description: "Addresses that may reach the cluster's API over the internet; [] allows only the VPC.",
    },
    administrator_role_arns: {
      ...texts,
      description:
        'Roles that administer the cluster and apply the root access; the creator is not an administrator by default.',
    },
    key_arn: {
      description: 'ARN of the key that encrypts all data of the Kubernetes API, and the logs.',
      type: 'string',
    },
    log_retention_days: kinds.logRetention,
  },
  ({ public_access_cidrs: cidrs, administrator_role_arns: arns }) => {
    const areRoles = expression`alltrue([for arn in ${arns} : can(regex("^arn:[^:]+:iam::[0-9]{12}:role/", arn))])`
    return [
      [
        'public_access_cidrs',
        expression`alltrue([for cidr in ${cidrs} : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])`,
        'Give the addresses of your office, VPN or runners, such as 203.0.113.7/32; the whole internet is not allowed.',
      ],
      [
        'administrator_role_arns',
        expression`length(${arns}) > 0 && ${areRoles}`,
        'Give at least one role, or nobody has access: arn:aws:iam::123456789012:role/administrator.',
      ],
    ]
  },
)

// What AWS requires of the two roles of Auto Mode: "Learn about identity and access in EKS Auto Mode", EKS user guide.
const clusterPolicies = ['Cluster', 'Compute', 'BlockStorage', 'LoadBalancing', 'Networking'].map(
  name => `AmazonEKS${name}Policy`,
)
const nodePolicies = ['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly']

const partition = data('aws_partition', 'current', {})

const trust = (label: string, service: string, actions: string[]) =>
  data('aws_iam_policy_document', label, {
    statement: [{ actions, principals: [{ type: 'Service', identifiers: [service] }] }],
  })

const attachments = (label: string, role: Expression, policies: string[]) =>
  resource('aws_iam_role_policy_attachment', label, {
    for_each: expression`toset(${policies})`,
    role,
    policy_arn: template`arn:${partition.partition}:iam::aws:policy/${each.key}`,
  })

// The cluster's role: it runs nodes, load balancers and volumes.
const clusterTrust = trust('cluster_trust', 'eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'])
const clusterRole = resource('aws_iam_role', 'cluster', {
  name: template`${input.cluster_name}-cluster`,
  assume_role_policy: clusterTrust.json,
})
const clusterAttachments = attachments('cluster', clusterRole.name, clusterPolicies)

// The nodes' role: they pull images.
const nodeTrust = trust('node_trust', 'ec2.amazonaws.com', ['sts:AssumeRole'])
const nodeRole = resource('aws_iam_role', 'node', {
  name: template`${input.cluster_name}-node`,
  assume_role_policy: nodeTrust.json,
})
const nodeAttachments = attachments('node', nodeRole.name, nodePolicies)

// Created before EKS creates it: EKS would keep the logs for ever.
const logs = resource('aws_cloudwatch_log_group', 'cluster', {
  name: template`/aws/eks/${input.cluster_name}/cluster`,
  retention_in_days: input.log_retention_days,
  kms_key_id: input.key_arn,
})

const isPublic = expression`length(${input.public_access_cidrs}) > 0`

const cluster = resource('aws_eks_cluster', 'cluster', {
  name: input.cluster_name,
  version: input.kubernetes_version,
  role_arn: clusterRole.arn,
  // The next four are Auto Mode: AWS runs nodes, load balancers and volumes. EKS accepts them only together.
  bootstrap_self_managed_addons: false,
  compute_config: { enabled: true, node_pools: ['general-purpose', 'system'], node_role_arn: nodeRole.arn },
  kubernetes_network_config: { elastic_load_balancing: { enabled: true } },
  storage_config: { block_storage: { enabled: true } },
  access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
  vpc_config: {
    subnet_ids: input.subnet_ids,
    endpoint_private_access: true,
    endpoint_public_access: isPublic,
    public_access_cidrs: expression`${isPublic} ? ${input.public_access_cidrs} : null`,
  },
  // From Kubernetes 1.28 on the key encrypts all data of the API, whatever this says; EKS takes no other value.
  encryption_config: { resources: ['secrets'], provider: { key_arn: input.key_arn } },
  enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
  upgrade_policy: { support_type: 'STANDARD' },
  // Lets a person or AWS take a failing zone out of service.
  zonal_shift_config: { enabled: true },
  // Otherwise destroy could remove the roles first, and the cluster could not delete what it created.
  depends_on: [clusterAttachments, nodeAttachments, logs],
})

// For runners and bastions in the VPC, which still need an identity in IAM.
const apiFromVpc = resource('aws_vpc_security_group_ingress_rule', 'api', {
  security_group_id: cluster.vpc_config[0].cluster_security_group_id,
  description: 'The API of the cluster, from the VPC',
  cidr_ipv4: input.vpc_cidr,
  ip_protocol: 'tcp',
  from_port: 443,
  to_port: 443,
})

// The HorizontalPodAutoscaler needs it. Auto Mode includes the other add-ons.
const metrics = resource('aws_eks_addon', 'metrics', {
  cluster_name: cluster.name,
  addon_name: 'metrics-server',
  // Until its pods run, it is degraded, and the provider waits. They are the first pods, so they wait for nodes, and those for
  // a way to the registry: subnet_ids are known once the network has one.
  timeouts: { create: '15m' },
})

const administrator = { for_each: expression`toset(${input.administrator_role_arns})`, cluster_name: cluster.name }
const entry = resource('aws_eks_access_entry', 'administrator', { ...administrator, principal_arn: each.key })
const rights = resource('aws_eks_access_policy_association', 'administrator', {
  ...administrator,
  principal_arn: at(entry, each.key).principal_arn,
  policy_arn: template`arn:${partition.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
  access_scope: { type: 'cluster' },
})

const roles = [partition, clusterTrust, clusterRole, clusterAttachments, nodeTrust, nodeRole, nodeAttachments]

export const eks = module('modules/eks', {
  description: 'An EKS cluster in Auto Mode, and its administrators.',
  input,
  resources: [...roles, logs, cluster, apiFromVpc, metrics, entry, rights],
  outputs: {
    name: { description: 'Name of the cluster, known once it exists.', value: cluster.name },
    arn: { description: 'ARN of the cluster.', value: cluster.arn },
    endpoint: { description: "Address of the cluster's API.", value: cluster.endpoint },
    certificate_authority: {
      description: 'CA certificate of that API, in base64.',
      value: cluster.certificate_authority[0].data,
    },
  },
  test: {
    accepted: {
      cluster_name: 'mirror-service-infr',
      vpc_cidr: '10.0.0.0/16',
      subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'],
      public_access_cidrs: [],
      administrator_role_arns: ['arn:aws:iam::123456789012:role/administrator'],
      key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
    },
    rejected: [
      ['api_open_to_all', { public_access_cidrs: ['0.0.0.0/0'] }, 'public_access_cidrs'],
      ['address_without_prefix', { public_access_cidrs: ['203.0.113.7'] }, 'public_access_cidrs'],
      ['nobody_administers', { administrator_role_arns: [] }, 'administrator_role_arns'],
      [
        'user_administers',
        { administrator_role_arns: ['arn:aws:iam::123456789012:user/a'] },
        'administrator_role_arns',
      ],
      ['version_with_patch', { kubernetes_version: '1.36.1' }, 'kubernetes_version'],
    ],
  },
})
