import { expression } from '../../core/expression.ts'
import { defineInputs } from '../../core/inputs.ts'
import { rule } from '../../kinds.ts'
import { clusterName, logRetention } from './shared-variables.ts'

const texts = { type: 'array', items: { type: 'string' } } as const

export const variables = defineInputs({
  cluster_name: clusterName,
  kubernetes_version: {
    description: 'Version of Kubernetes; raise it by one at a time.',
    type: 'string',
    // The newest that the EKS user guide names; in standard support for 14 months, after which an hour costs sixfold.
    default: '1.36',
    pattern: '^1\\.[0-9]{2}$',
    message: 'A version of Kubernetes is given as 1.36.',
  },
  vpc_cidr: { description: 'Addresses of the VPC, from which the private endpoint is reached.', type: 'string' },
  subnet_ids: { ...texts, description: 'Private subnets of the nodes, one a zone.' },
  public_access_cidrs: {
    ...texts,
    description: "Addresses from which the cluster's API is reached over the internet; [] for the VPC alone.",
    validation: [
      rule(
        expression`alltrue([for cidr in var.public_access_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])`,
        'State the addresses of your office, VPN or runners, such as 203.0.113.7/32; the whole internet is not one.',
      ),
    ],
  },
  administrator_role_arns: {
    ...texts,
    description:
      'Roles of the administrators of the cluster, who apply the root access; whoever made it is none of itself.',
    validation: [
      rule(
        expression`length(var.administrator_role_arns) > 0 && alltrue([for arn in var.administrator_role_arns : can(regex("^arn:[^:]+:iam::[0-9]{12}:role/", arn))])`,
        'State one role at least, or nobody gets in: arn:aws:iam::123456789012:role/administrator.',
      ),
    ],
  },
  key_arn: { description: 'ARN of the key that encrypts the secrets of Kubernetes and the logs.', type: 'string' },
  log_retention_days: logRetention,
})
