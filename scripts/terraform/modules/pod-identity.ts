import { expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { sharedVariables } from './k8s/shared.ts'
import { writerPolicy } from './writer-policy.ts'

const input = inputs(
  {
    ...sharedVariables,
    cluster_name: { description: 'Name of the EKS cluster.', type: 'string' },
    staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
    staging_prefix: kinds.stagingPrefix,
  },
  ({ cluster_name, name }) => [
    [
      'name',
      expression`length(${cluster_name}) + 1 + length(${name}) <= 64`,
      'The role of the pods is CLUSTER-NAME, and IAM takes 64 characters: shorten the name of the service or the cluster.',
    ],
  ],
)

const partition = data('aws_partition', 'current', {})

const trust = data('aws_iam_policy_document', 'trust', {
  statement: [
    {
      sid: 'PodIdentity',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      principals: [{ type: 'Service', identifiers: ['pods.eks.amazonaws.com'] }],
      // The tags that EKS gives a session. Without them, any association in the account could get the role.
      condition: Object.entries({
        'eks-cluster-name': input.cluster_name,
        'kubernetes-namespace': input.namespace,
        'kubernetes-service-account': input.name,
      }).map(([tag, value]) => ({ test: 'StringEquals', variable: `aws:RequestTag/${tag}`, values: [value] })),
    },
  ],
})

const writer = data(
  'aws_iam_policy_document',
  'writer',
  writerPolicy(template`arn:${partition.partition}:s3:::${input.staging_bucket}`, input.staging_prefix),
)

const role = resource('aws_iam_role', 'pod', {
  name: template`${input.cluster_name}-${input.name}`,
  assume_role_policy: trust.json,
})

const policy = resource('aws_iam_role_policy', 'writer', { name: 'writer', role: role.name, policy: writer.json })

const association = resource('aws_eks_pod_identity_association', 'pod', {
  cluster_name: input.cluster_name,
  namespace: input.namespace,
  service_account: input.name,
  role_arn: role.arn,
})

export const podIdentity = module('modules/pod-identity', {
  description: 'IAM role that lets the pods on EKS upload, and nothing else.',
  input,
  resources: [partition, trust, writer, role, policy, association],
  outputs: { role_arn: { description: 'ARN of the role that the pods assume.', value: role.arn } },
  test: {
    accepted: { cluster_name: 'c'.repeat(38), name: 's'.repeat(25), staging_bucket: 'mirror-service-staging' },
    rejected: [['role_name_too_long', { name: 's'.repeat(26) }, 'name']],
  },
})
