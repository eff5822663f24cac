import { type Expression, expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { variables } from './variables.ts'

const input = references(variables)

// What AWS asks of the two roles of Auto Mode: "Learn about identity and access in EKS Auto Mode", EKS user guide.
const ofCluster = ['Cluster', 'Compute', 'BlockStorage', 'LoadBalancing', 'Networking'].map(
  name => `AmazonEKS${name}Policy`,
)
const ofNodes = ['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly']

const trust = (service: string, ...actions: string[]) => ({
  statement: [{ actions, principals: [{ type: 'Service', identifiers: [service] }] }],
})

const attachments = (policies: string[], role: Expression) => ({
  for_each: expression`toset(${policies})`,
  role,
  policy_arn: template`arn:aws:iam::aws:policy/${expression`each.key`}`,
})

/** The role of the cluster, which runs nodes, load balancers and volumes, and that of the nodes, which pull images. */
export const roles = {
  data: {
    aws_iam_policy_document: {
      cluster_trust: trust('eks.amazonaws.com', 'sts:AssumeRole', 'sts:TagSession'),
      node_trust: trust('ec2.amazonaws.com', 'sts:AssumeRole'),
    },
  },
  resource: {
    aws_iam_role: {
      cluster: {
        name: template`${input.cluster_name}-cluster`,
        assume_role_policy: expression`data.aws_iam_policy_document.cluster_trust.json`,
      },
      node: {
        name: template`${input.cluster_name}-node`,
        assume_role_policy: expression`data.aws_iam_policy_document.node_trust.json`,
      },
    },
    aws_iam_role_policy_attachment: {
      cluster: attachments(ofCluster, expression`aws_iam_role.cluster.name`),
      node: attachments(ofNodes, expression`aws_iam_role.node.name`),
    },
  },
} satisfies Main
