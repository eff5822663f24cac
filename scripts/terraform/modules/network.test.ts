import t from 'tap'
import { generate } from '../core/generate.ts'
import { network } from './network.ts'

const { resource } = JSON.parse(generate(network)['modules/network/main.tf.json'] as string)

// moto accepts a VPC without them, but nothing in it would find the private endpoint of EKS.
t.test('clients find the private endpoint of EKS by name', async t =>
  t.match(resource.aws_vpc.cluster, { enable_dns_support: true, enable_dns_hostnames: true }),
)
