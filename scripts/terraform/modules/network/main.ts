import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { flowLog } from './flow-log.ts'
import { variables } from './variables.ts'

const input = references(variables)
const zone = expression`each.key`
const vpc_id = expression`aws_vpc.cluster.id`
const byZone = expression`{ for index, zone in ${input.availability_zones} : zone => index }`
const inEachZone = expression`toset(${input.availability_zones})`
const withNat = expression`toset(${input.nat_per_zone} ? ${input.availability_zones} : slice(${input.availability_zones}, 0, 1))`

export const main = {
  data: flowLog.data,
  resource: {
    ...flowLog.resource,
    aws_vpc: {
      cluster: {
        cidr_block: input.vpc_cidr,
        enable_dns_support: true,
        // The private endpoint of EKS is found by name.
        enable_dns_hostnames: true,
        tags: { Name: input.cluster_name },
      },
    },
    // Without rules: what forgets to name a security group is reached by nobody.
    aws_default_security_group: { closed: { vpc_id } },
    aws_internet_gateway: { cluster: { vpc_id, tags: { Name: input.cluster_name } } },
    aws_subnet: {
      private: {
        for_each: byZone,
        vpc_id,
        availability_zone: zone,
        cidr_block: expression`cidrsubnet(${input.vpc_cidr}, 2, each.value)`,
        tags: {
          Name: template`${input.cluster_name}-private-${zone}`,
          tier: 'private',
          'kubernetes.io/role/internal-elb': '1',
        },
      },
      public: {
        for_each: byZone,
        vpc_id,
        availability_zone: zone,
        // Load balancers and NAT gateways alone: from the last quarter a 64th of it each.
        cidr_block: expression`cidrsubnet(${input.vpc_cidr}, 8, 192 + each.value)`,
        map_public_ip_on_launch: false,
        tags: { Name: template`${input.cluster_name}-public-${zone}`, tier: 'public', 'kubernetes.io/role/elb': '1' },
      },
    },
    aws_eip: { nat: { for_each: withNat, domain: 'vpc', tags: { Name: template`${input.cluster_name}-${zone}` } } },
    aws_nat_gateway: {
      nat: {
        for_each: withNat,
        allocation_id: expression`aws_eip.nat[each.key].id`,
        subnet_id: expression`aws_subnet.public[each.key].id`,
        tags: { Name: template`${input.cluster_name}-${zone}` },
        depends_on: [expression`aws_internet_gateway.cluster`],
      },
    },
    aws_route_table: {
      public: { vpc_id, tags: { Name: template`${input.cluster_name}-public` } },
      private: { for_each: inEachZone, vpc_id, tags: { Name: template`${input.cluster_name}-private-${zone}` } },
    },
    aws_route: {
      public: {
        route_table_id: expression`aws_route_table.public.id`,
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: expression`aws_internet_gateway.cluster.id`,
      },
      private: {
        for_each: inEachZone,
        route_table_id: expression`aws_route_table.private[each.key].id`,
        destination_cidr_block: '0.0.0.0/0',
        nat_gateway_id: expression`aws_nat_gateway.nat[${input.nat_per_zone} ? each.key : ${input.availability_zones}[0]].id`,
      },
    },
    aws_route_table_association: {
      public: {
        for_each: inEachZone,
        route_table_id: expression`aws_route_table.public.id`,
        subnet_id: expression`aws_subnet.public[each.key].id`,
      },
      private: {
        for_each: inEachZone,
        route_table_id: expression`aws_route_table.private[each.key].id`,
        subnet_id: expression`aws_subnet.private[each.key].id`,
      },
    },
    // Uploads, and the layers of images in ECR, pass by the NAT gateways, which cost by the gigabyte; this costs nothing.
    aws_vpc_endpoint: {
      s3: {
        vpc_id,
        vpc_endpoint_type: 'Gateway',
        service_name: template`com.amazonaws.${input.region}.s3`,
        route_table_ids: expression`[for table in aws_route_table.private : table.id]`,
        tags: { Name: template`${input.cluster_name}-s3` },
      },
    },
  },
} satisfies Main
