import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import type { Outputs } from '../core/module.ts'
import { service, staging } from './main.ts'
import { variables } from './variables.ts'

const { address } = service.output
const { load_balancer_port } = references(variables)
// An address of IPv6 stands in brackets (RFC 3986).
const host = expression`strcontains(${address}, ":") ? format("[%s]", ${address}) : ${address}`
const port = expression`${load_balancer_port} == 80 ? "" : format(":%d", ${load_balancer_port})`

export const outputs = {
  address: { description: 'Address of the load balancer; null until it has one.', value: address },
  url: {
    description: 'Where the service is; null until the load balancer has an address.',
    value: expression`${address} == null ? null : format("http://%s%s", ${host}, ${port})`,
  },
  image: { description: 'Image that runs.', value: expression`terraform_data.rolled_out.output` },
  staging: { description: 'Where uploads go.', value: staging },
  writer_policy: {
    description: 'IAM policy for whoever the pods are in AWS; with credentials = keys, for the owner of the keys.',
    value: expression`data.aws_iam_policy_document.writer.json`,
  },
} satisfies Outputs
