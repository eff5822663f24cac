import { expression } from '../../core/expression.ts'
import type { Outputs } from '../../core/module.ts'

export const outputs = {
  vpc_id: { description: 'The VPC.', value: expression`aws_vpc.cluster.id` },
  private_subnet_ids: {
    description: 'Subnets of the pods and nodes, one a zone.',
    value: expression`[for zone in var.availability_zones : aws_subnet.private[zone].id]`,
  },
  nat_addresses: {
    description: 'Addresses that others see of what the pods ask.',
    value: expression`[for address in aws_eip.nat : address.public_ip]`,
  },
} satisfies Outputs
