import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { copyOf } from '../test-support/copy.test-support.ts'

export const region = 'eu-west-1'
export const cluster_name = 'mirror-test'

const zones = ['a', 'b', 'c']
const subnet_ids = zones.map(zone => `\${aws_subnet.private_${zone}.id}`)

/**
 * What aws/cluster makes, the load balancers that EKS makes for Services, and the certificate of prod, as far as the
 * roots look for them.
 */
const main = {
  provider: { aws: { region } },
  resource: {
    aws_acm_certificate: { prod: { domain_name: 'service.example.com', validation_method: 'DNS' } },
    aws_vpc: { cluster: { cidr_block: '10.0.0.0/16', tags: { Name: cluster_name } } },
    aws_subnet: Object.fromEntries(
      ['private', 'public'].flatMap((tier, row) =>
        zones.map((zone, column) => [
          `${tier}_${zone}`,
          {
            vpc_id: `\${aws_vpc.cluster.id}`,
            cidr_block: `10.0.${row * 8 + column}.0/24`,
            availability_zone: region + zone,
            tags: { tier },
          },
        ]),
      ),
    ),
    aws_iam_role: { cluster: { name: cluster_name, assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' } },
    aws_eks_cluster: {
      cluster: { name: cluster_name, role_arn: `\${aws_iam_role.cluster.arn}`, vpc_config: { subnet_ids } },
    },
    aws_kms_key: { cluster: {} },
    aws_kms_alias: {
      cluster: { name: `alias/${cluster_name}`, target_key_id: `\${aws_kms_key.cluster.key_id}` },
    },
    aws_lb: Object.fromEntries(
      ['mirror-service', 'internal'].map(name => [
        name,
        {
          name,
          load_balancer_type: 'network',
          internal: name === 'internal',
          subnets: subnet_ids,
          tags: {
            'eks:eks-cluster-name': cluster_name,
            'service.eks.amazonaws.com/resource': 'LoadBalancer',
            'service.eks.amazonaws.com/stack': `oper/${name}`,
          },
        },
      ]),
    ),
    aws_lb_target_group: {
      pods: {
        name: 'k8s-oper-mirrorse-0123456789',
        vpc_id: `\${aws_vpc.cluster.id}`,
        target_type: 'ip',
        protocol: 'TCP',
        port: 4545,
        tags: {
          'eks:eks-cluster-name': cluster_name,
          'service.eks.amazonaws.com/resource': 'oper/mirror-service:443',
          'service.eks.amazonaws.com/stack': 'oper/mirror-service',
        },
      },
    },
  },
  output: {
    key: { value: `\${aws_kms_key.cluster.key_id}` },
    target_group: { value: `\${aws_lb_target_group.pods.arn_suffix}` },
    load_balancer: { value: `\${aws_lb.mirror-service.dns_name}` },
    cluster: { value: `\${aws_eks_cluster.cluster.endpoint}` },
    subnet_ids: { value: subnet_ids },
  },
}

/** Makes it in a moto; returns its outputs. */
export async function makeCluster({ folder, succeed }: ReturnType<typeof copyOf>) {
  mkdirSync(folder('cluster-for-tests'))
  writeFileSync(join(folder('cluster-for-tests'), 'main.tf.json'), JSON.stringify(main))
  await succeed('cluster-for-tests', 'init')
  await succeed('cluster-for-tests', 'apply', '-auto-approve')
  const outputs = JSON.parse(await succeed('cluster-for-tests', 'output', '-json'))
  return outputs as Record<'load_balancer' | 'target_group' | 'cluster' | 'key' | 'subnet_ids', { value: unknown }>
}
