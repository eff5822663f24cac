import { expression } from '../../core/expression.ts'
import type { Outputs } from '../../core/module.ts'

export const outputs = {
  name: { description: 'Name of the cluster, once it is there.', value: expression`aws_eks_cluster.cluster.name` },
  arn: { description: 'ARN of the cluster.', value: expression`aws_eks_cluster.cluster.arn` },
  endpoint: { description: "Address of the cluster's API.", value: expression`aws_eks_cluster.cluster.endpoint` },
  certificate_authority: {
    description: 'Certificate of that API, in base64.',
    value: expression`aws_eks_cluster.cluster.certificate_authority[0].data`,
  },
} satisfies Outputs
