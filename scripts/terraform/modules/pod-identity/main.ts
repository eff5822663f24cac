import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { writerPolicy } from '../s3.ts'
import { variables } from './variables.ts'

const input = references(variables)

export const main = {
  data: {
    aws_iam_policy_document: {
      trust: {
        statement: [
          {
            sid: 'PodIdentity',
            actions: ['sts:AssumeRole', 'sts:TagSession'],
            principals: [{ type: 'Service', identifiers: ['pods.eks.amazonaws.com'] }],
            // The tags that EKS gives a session; else any association in the account could have the role.
            condition: Object.entries({
              'eks-cluster-name': input.cluster_name,
              'kubernetes-namespace': input.namespace,
              'kubernetes-service-account': input.name,
            }).map(([tag, value]) => ({ test: 'StringEquals', variable: `aws:RequestTag/${tag}`, values: [value] })),
          },
        ],
      },
      writer: writerPolicy(template`arn:aws:s3:::${input.staging_bucket}`, input.staging_prefix),
    },
  },
  resource: {
    aws_iam_role: {
      pod: {
        name: template`${input.cluster_name}-${input.name}`,
        assume_role_policy: expression`data.aws_iam_policy_document.trust.json`,
      },
    },
    aws_iam_role_policy: {
      writer: {
        name: 'writer',
        role: expression`aws_iam_role.pod.name`,
        policy: expression`data.aws_iam_policy_document.writer.json`,
      },
    },
    aws_eks_pod_identity_association: {
      pod: {
        cluster_name: input.cluster_name,
        namespace: input.namespace,
        service_account: input.name,
        role_arn: expression`aws_iam_role.pod.arn`,
      },
    },
  },
} satisfies Main
