import type { Outputs } from '../core/configuration.ts'
import { expression } from '../core/expression.ts'
import { service, staging } from './main.ts'

export const outputs = {
  address: { description: 'Address of the load balancer; null until it has one.', value: service.output.address },
  image: { description: 'Image that runs.', value: expression`terraform_data.rolled_out.output` },
  staging: { description: 'Where uploads go.', value: staging },
  writer_policy: {
    description: 'IAM policy for whoever the pods are in AWS; with credentials = keys, for the owner of the keys.',
    value: expression`data.aws_iam_policy_document.writer.json`,
  },
} satisfies Outputs
