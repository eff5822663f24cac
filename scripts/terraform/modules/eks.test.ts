import t from 'tap'
import { generate } from '../core/generate.ts'
import { eks } from './eks.ts'

// moto accepts what EKS would refuse, and a plan does not show it.
const { resource, data } = JSON.parse(generate(eks)['modules/eks/main.tf.json'] as string)
const { cluster } = resource.aws_eks_cluster

t.test('Auto Mode has its three parts, which EKS accepts only together', async t => {
  t.equal(cluster.bootstrap_self_managed_addons, false)
  t.equal(cluster.compute_config.enabled, true)
  t.equal(cluster.kubernetes_network_config.elastic_load_balancing.enabled, true)
  t.equal(cluster.storage_config.block_storage.enabled, true)
})

t.test('its roles have the policies that AWS requires', async t => {
  const policies = (role: string) =>
    resource.aws_iam_role_policy_attachment[role].for_each
      .match(/Amazon\w+/g)
      .sort()
      .join(' ')
  t.equal(
    policies('cluster'),
    'AmazonEKSBlockStoragePolicy AmazonEKSClusterPolicy AmazonEKSComputePolicy AmazonEKSLoadBalancingPolicy AmazonEKSNetworkingPolicy',
  )
  t.equal(policies('node'), 'AmazonEC2ContainerRegistryPullOnly AmazonEKSWorkerNodeMinimalPolicy')
  t.same(data.aws_iam_policy_document.cluster_trust.statement[0].actions, ['sts:AssumeRole', 'sts:TagSession'])
})

t.test('the creator is not an administrator, and secrets and logs are encrypted', async t => {
  t.same(cluster.access_config, { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false })
  t.same(cluster.encryption_config, { resources: ['secrets'], provider: { key_arn: `\${var.key_arn}` } })
  t.equal(resource.aws_cloudwatch_log_group.cluster.kms_key_id, `\${var.key_arn}`)
})
