import type { Main } from '../../core/configuration.ts'
import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import { variables } from './variables.ts'

const input = references(variables)
const account = expression`data.aws_caller_identity.current.account_id`

export const main = {
  data: {
    aws_caller_identity: { current: {} },
    aws_iam_policy_document: {
      key: {
        statement: [
          {
            // Without it nobody could change the key again: it leaves to IAM who may. In a key's policy * is the key itself.
            sid: 'Account',
            actions: ['kms:*'],
            resources: ['*'],
            principals: [{ type: 'AWS', identifiers: [template`arn:aws:iam::${account}:root`] }],
          },
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
                values: [template`arn:aws:logs:${input.region}:${account}:log-group:/aws/*/${input.cluster_name}/*`],
              },
            ],
          },
        ],
      },
    },
  },
  resource: {
    aws_kms_key: {
      cluster: {
        description: template`Secrets and logs of the cluster ${input.cluster_name}`,
        policy: expression`data.aws_iam_policy_document.key.json`,
        enable_key_rotation: true,
        // Secrets cannot be read without it, so a deletion leaves the longest time to take it back.
        deletion_window_in_days: 30,
      },
    },
    aws_kms_alias: {
      cluster: { name: template`alias/${input.cluster_name}`, target_key_id: expression`aws_kms_key.cluster.key_id` },
    },
  },
} satisfies Main
