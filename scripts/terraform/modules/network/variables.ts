import { expression } from '../../core/expression.ts'
import { defineInputs } from '../../core/inputs.ts'
import { kinds, rule } from '../../kinds.ts'
import { clusterName, logRetention } from '../eks/shared-variables.ts'

export const variables = defineInputs({
  region: kinds.region,
  cluster_name: clusterName,
  vpc_cidr: {
    description:
      'Addresses of the VPC: a quarter for the pods and nodes of each zone, and a part of the last for its public subnets.',
    type: 'string',
    default: '10.0.0.0/16',
    pattern: '^([0-9]{1,3}\\.){3}[0-9]{1,3}/(1[6-9]|20)$',
    message: 'A VPC has addresses such as 10.0.0.0/16; the prefix is 16 to 20.',
  },
  // Stated, not asked of AWS: no plan moves a subnet because AWS lists its zones otherwise, or one has failed.
  availability_zones: {
    description: 'The three availability zones.',
    type: 'array',
    items: { type: 'string' },
    validation: [
      rule(
        expression`length(var.availability_zones) == 3 && length(distinct(var.availability_zones)) == 3 && alltrue([for zone in var.availability_zones : startswith(zone, var.region)])`,
        'State three zones of the region, such as eu-west-1a, eu-west-1b and eu-west-1c.',
      ),
    ],
  },
  nat_per_zone: {
    description:
      'Whether each zone has a NAT gateway (105 USD a month in eu-west-1) or all share one (35, lost with its zone).',
    type: 'boolean',
    default: false,
  },
  log_retention_days: logRetention,
  key_arn: { description: 'ARN of the key that encrypts the log of refused traffic.', type: 'string' },
})
