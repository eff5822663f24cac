import { template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Outputs } from '../../core/module.ts'
import { cluster, pipeline, pods, vpc } from './main.ts'
import { variables } from './variables.ts'

const { region } = references(variables)

export const outputs = {
  cluster_name: { description: 'Name of the cluster.', value: cluster.output.name },
  endpoint: { description: "Address of the cluster's API: KUBE_HOST.", value: cluster.output.endpoint },
  certificate_authority: {
    description: 'Certificate of that API in base64: decoded, KUBE_CLUSTER_CA_CERT_DATA.',
    value: cluster.output.certificate_authority,
  },
  kubeconfig_command: {
    description: 'Command that writes a kubeconfig for it.',
    value: template`aws eks update-kubeconfig --region ${region} --name ${cluster.output.name}`,
  },
  nat_addresses: {
    description: 'Addresses that others see of what the pods ask.',
    value: vpc.output.nat_addresses,
  },
  pod_role_arn: { description: 'ARN of the role of the pods.', value: pods.output.role_arn },
  state_role_arn: {
    description:
      "ARN of the role of GitLab's jobs for merge requests, which read the state; null without gitlab_project.",
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
} satisfies Outputs
