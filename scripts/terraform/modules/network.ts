import { at, each, expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { roleWithPolicy } from './aws-role.ts'

const input = inputs(
  {
    region: kinds.region,
    cluster_name: kinds.clusterName,
    vpc_cidr: {
      description:
        'Addresses of the VPC: a quarter for the private subnet of each zone, a part of the last for the public ones.',
      type: 'string',
      default: '10.0.0.0/16',
      pattern: '^([0-9]{1,3}\\.){3}[0-9]{1,3}/(1[6-9]|20)$',
      message: 'Write the addresses as 10.0.0.0/16, with a prefix from 16 to 20.',
    },
    // An input, not read from AWS: no plan may move a subnet because AWS reorders its zones or one has failed.
    availability_zones: {
      description: 'The three availability zones.',
      type: 'array',
      items: { type: 'string' },
    },
    nat_per_zone: {
      description:
        'Whether each zone has a NAT gateway, or all share one, which is lost with its zone: aws/README.md has the costs.',
      type: 'boolean',
      default: false,
    },
    log_retention_days: kinds.logRetention,
    key_arn: { description: 'ARN of the key that encrypts the log of refused traffic.', type: 'string' },
  },
  ({ availability_zones, region }) => {
    const areThree = expression`length(${availability_zones}) == 3 && length(distinct(${availability_zones})) == 3`
    const areOfRegion = expression`alltrue([for zone in ${availability_zones} : startswith(zone, ${region})])`
    return [
      [
        'availability_zones',
        expression`${areThree} && ${areOfRegion}`,
        'Give three zones of the region, such as eu-west-1a, eu-west-1b and eu-west-1c.',
      ],
    ]
  },
)

const zones = input.availability_zones
const byZone = expression`{ for index, zone in ${zones} : zone => index }`
const inEachZone = expression`toset(${zones})`
const withNat = expression`toset(${input.nat_per_zone} ? ${zones} : slice(${zones}, 0, 1))`

const vpc = resource('aws_vpc', 'cluster', {
  cidr_block: input.vpc_cidr,
  enable_dns_support: true,
  // Clients find the private endpoint of EKS by name.
  enable_dns_hostnames: true,
  tags: { Name: input.cluster_name },
})

const vpc_id = vpc.id

// It has no rules, so nobody can reach a resource that names no security group.
const closed = resource('aws_default_security_group', 'closed', { vpc_id })

const internet = resource('aws_internet_gateway', 'cluster', { vpc_id, tags: { Name: input.cluster_name } })

const privateSubnet = resource('aws_subnet', 'private', {
  for_each: byZone,
  vpc_id,
  availability_zone: each.key,
  cidr_block: expression`cidrsubnet(${input.vpc_cidr}, 2, ${each.value})`,
  tags: {
    Name: template`${input.cluster_name}-private-${each.key}`,
    tier: 'private',
    'kubernetes.io/role/internal-elb': '1',
  },
})

const publicSubnet = resource('aws_subnet', 'public', {
  for_each: byZone,
  vpc_id,
  availability_zone: each.key,
  // Only for load balancers and NAT gateways: each is a 64th of the last quarter.
  cidr_block: expression`cidrsubnet(${input.vpc_cidr}, 8, 192 + ${each.value})`,
  map_public_ip_on_launch: false,
  tags: { Name: template`${input.cluster_name}-public-${each.key}`, tier: 'public', 'kubernetes.io/role/elb': '1' },
})

const nameWithZone = { Name: template`${input.cluster_name}-${each.key}` }
const address = resource('aws_eip', 'nat', { for_each: withNat, domain: 'vpc', tags: nameWithZone })
const nat = resource('aws_nat_gateway', 'nat', {
  for_each: withNat,
  allocation_id: at(address, each.key).id,
  subnet_id: at(publicSubnet, each.key).id,
  tags: nameWithZone,
  depends_on: [internet],
})

const publicTable = resource('aws_route_table', 'public', {
  vpc_id,
  tags: { Name: template`${input.cluster_name}-public` },
})
const publicRoute = resource('aws_route', 'public', {
  route_table_id: publicTable.id,
  destination_cidr_block: '0.0.0.0/0',
  gateway_id: internet.id,
})
const publicAssociation = resource('aws_route_table_association', 'public', {
  for_each: inEachZone,
  route_table_id: publicTable.id,
  subnet_id: at(publicSubnet, each.key).id,
})

const privateTable = resource('aws_route_table', 'private', {
  for_each: inEachZone,
  vpc_id,
  tags: { Name: template`${input.cluster_name}-private-${each.key}` },
})
const privateRoute = resource('aws_route', 'private', {
  for_each: inEachZone,
  route_table_id: at(privateTable, each.key).id,
  destination_cidr_block: '0.0.0.0/0',
  nat_gateway_id: at(nat, expression`${input.nat_per_zone} ? ${each.key} : ${zones[0]}`).id,
})
const privateAssociation = resource('aws_route_table_association', 'private', {
  for_each: inEachZone,
  route_table_id: at(privateTable, each.key).id,
  subnet_id: at(privateSubnet, each.key).id,
})

// Free, and keeps uploads and image layers of ECR off the NAT gateways, which cost by the gigabyte.
const s3Endpoint = resource('aws_vpc_endpoint', 's3', {
  vpc_id,
  vpc_endpoint_type: 'Gateway',
  service_name: template`com.amazonaws.${input.region}.s3`,
  route_table_ids: expression`[for table in ${privateTable} : table.id]`,
  tags: { Name: template`${input.cluster_name}-s3` },
})

// Logs refused traffic, the part that matters after an incident. Logging all traffic would cost far more.
const logs = resource('aws_cloudwatch_log_group', 'refused', {
  name: template`/aws/vpc/${input.cluster_name}/refused`,
  retention_in_days: input.log_retention_days,
  kms_key_id: input.key_arn,
})

const account = data('aws_caller_identity', 'current', {})

const flowLogRole = roleWithPolicy('flow_log', {
  name: template`${input.cluster_name}-flow-log`,
  trust: {
    sid: 'FlowLogs',
    actions: ['sts:AssumeRole'],
    principals: [{ type: 'Service', identifiers: ['vpc-flow-logs.amazonaws.com'] }],
    condition: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [account.account_id] }],
  },
  policy: {
    name: 'write',
    statement: [
      {
        sid: 'Write',
        actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        // Its streams, whose names AWS chooses.
        resources: [template`${logs.arn}:*`],
      },
    ],
  },
})

const flowLog = resource('aws_flow_log', 'refused', {
  vpc_id,
  traffic_type: 'REJECT',
  log_destination: logs.arn,
  iam_role_arn: flowLogRole.role.arn,
  tags: { Name: template`${input.cluster_name}-refused` },
})

const subnets = [privateSubnet, publicSubnet]
const routes = [publicTable, publicRoute, publicAssociation, privateTable, privateRoute, privateAssociation]

export const network = module('modules/network', {
  description:
    'A VPC over three availability zones: private subnets for nodes and pods, public ones for load balancers and NAT.',
  input,
  resources: [
    ...[vpc, closed, internet, ...subnets, address, nat, ...routes, s3Endpoint],
    ...[logs, account, ...flowLogRole.parts, flowLog],
  ],
  outputs: {
    vpc_id: { description: 'The VPC.', value: vpc.id },
    private_subnet_ids: {
      description: 'Subnets of the pods and nodes, one in each zone, once they have a way to the internet.',
      value: expression`[for zone in ${zones} : ${at(privateSubnet, expression`zone`).id}]`,
      depends_on: [publicRoute, publicAssociation, privateRoute, privateAssociation],
    },
    nat_addresses: {
      description: 'Addresses from which requests of the pods reach the internet.',
      value: expression`[for address in ${address} : address.public_ip]`,
    },
  },
  test: {
    accepted: {
      region: 'eu-west-1',
      cluster_name: 'mirror-service-infr',
      availability_zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
    },
    rejected: [
      ['two_zones', { availability_zones: ['eu-west-1a', 'eu-west-1b'] }, 'availability_zones'],
      ['one_zone_twice', { availability_zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1b'] }, 'availability_zones'],
      [
        'three_zones_and_one_twice',
        { availability_zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c', 'eu-west-1c'] },
        'availability_zones',
      ],
      ['zones_of_another_region', { region: 'eu-west-2' }, 'availability_zones'],
      ['addresses_too_few', { vpc_cidr: '10.0.0.0/24' }, 'vpc_cidr'],
      ['addresses_without_prefix', { vpc_cidr: '10.0.0.0' }, 'vpc_cidr'],
      ['name_in_capitals', { cluster_name: 'Mirror' }, 'cluster_name'],
      ['log_retention_zero', { log_retention_days: 0 }, 'log_retention_days'],
    ],
  },
})
