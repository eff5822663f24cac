import { template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { account, keyOwner, partition } from './key-owner.ts'

const input = inputs({ region: kinds.region, cluster_name: kinds.clusterName })

const policy = data('aws_iam_policy_document', 'key', {
  statement: [
    keyOwner,
    {
      sid: 'Logs',
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:DescribeKey',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
      ],
      resources: ['*'],
      principals: [{ type: 'Service', identifiers: [template`logs.${input.region}.amazonaws.com`] }],
      condition: [
        {
          test: 'ArnLike',
          variable: 'kms:EncryptionContext:aws:logs:arn',
          values: [
            template`arn:${partition.partition}:logs:${input.region}:${account.account_id}:log-group:/aws/*/${input.cluster_name}/*`,
          ],
        },
      ],
    },
  ],
})

const key = resource('aws_kms_key', 'cluster', {
  description: template`Kubernetes API data and logs of the cluster ${input.cluster_name}`,
  policy: policy.json,
  enable_key_rotation: true,
  // Without it the cluster is beyond recovery, so a deletion leaves the longest time to take it back.
  deletion_window_in_days: 30,
})

const alias = resource('aws_kms_alias', 'cluster', {
  name: template`alias/${input.cluster_name}`,
  target_key_id: key.key_id,
})

export const kms = module('modules/kms', {
  description: 'The key that encrypts all data of the Kubernetes API, and the logs, of an EKS cluster.',
  input,
  resources: [account, partition, policy, key, alias],
  outputs: { arn: { description: 'ARN of the key.', value: key.arn } },
})
