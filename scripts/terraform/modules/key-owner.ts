import { template } from '../core/expression.ts'
import { data } from '../core/module.ts'

export const account = data('aws_caller_identity', 'current', {})
export const partition = data('aws_partition', 'current', {})

/**
 * The statement of a key's policy that leaves to IAM who may use and change the key. Without it nobody could change the key
 * again. In a key's policy * is the key itself.
 */
export const keyOwner = {
  sid: 'Account',
  actions: ['kms:*'],
  resources: ['*'],
  principals: [{ type: 'AWS', identifiers: [template`arn:${partition.partition}:iam::${account.account_id}:root`] }],
}
