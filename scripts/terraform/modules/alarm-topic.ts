import { each, expression, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, module, resource } from '../core/module.ts'
import { account, keyOwner, partition } from './key-owner.ts'

const input = inputs(
  {
    name: { description: 'Name of the topic and of its key.', type: 'string' },
    alarm_emails: {
      description: 'Addresses that alarms are sent to. AWS asks each to confirm, in each topic.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  ({ alarm_emails }) => [
    [
      'alarm_emails',
      expression`alltrue([for address in ${alarm_emails} : can(regex("^[^@[:space:]]+@[^@[:space:]]+$", address))])`,
      'Give plain addresses, such as on-call@example.com.',
    ],
  ],
)

/** What CloudWatch does for the alarms of this account, and for no other. */
const forAlarms = {
  principals: [{ type: 'Service', identifiers: ['cloudwatch.amazonaws.com'] }],
  condition: [
    { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account.account_id] },
    {
      test: 'ArnLike',
      variable: 'aws:SourceArn',
      values: [template`arn:${partition.partition}:cloudwatch:*:${account.account_id}:alarm:*`],
    },
  ],
}

const keyPolicy = data('aws_iam_policy_document', 'key', {
  statement: [
    keyOwner,
    { sid: 'Alarms', actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'], ...forAlarms },
  ],
})

// A key of its own: that of AWS for SNS (alias/aws/sns) does not let CloudWatch in, and each alarm would be lost.
const key = resource('aws_kms_key', 'topic', {
  description: template`Topic ${input.name}`,
  policy: keyPolicy.json,
  enable_key_rotation: true,
  deletion_window_in_days: 7,
})

const alias = resource('aws_kms_alias', 'topic', { name: template`alias/${input.name}`, target_key_id: key.key_id })

const topic = resource('aws_sns_topic', 'alarms', { name: input.name, kms_master_key_id: alias.name })

const topicPolicy = data('aws_iam_policy_document', 'topic', {
  statement: [{ sid: 'Alarms', actions: ['sns:Publish'], resources: [topic.arn], ...forAlarms }],
})

const policy = resource('aws_sns_topic_policy', 'alarms', { arn: topic.arn, policy: topicPolicy.json })

const subscription = resource('aws_sns_topic_subscription', 'email', {
  for_each: expression`toset(${input.alarm_emails})`,
  topic_arn: topic.arn,
  protocol: 'email',
  endpoint: each.value,
})

export const alarmTopic = module('modules/alarm-topic', {
  description: 'An encrypted SNS topic, to which only CloudWatch alarms of this account publish, and who gets them.',
  input,
  resources: [account, partition, keyPolicy, key, alias, topic, topicPolicy, policy, subscription],
  outputs: { arn: { description: 'ARN of the topic, for alarm_actions.', value: topic.arn, depends_on: [policy] } },
  test: {
    accepted: { name: 'mirror-service-alarms', alarm_emails: ['on-call@example.com', 'Ops+prod@mail.example.com'] },
    rejected: [
      ['address_without_at', { alarm_emails: ['on-call.example.com'] }, 'alarm_emails'],
      ['address_with_a_name', { alarm_emails: ['on-call@example.com', 'Ops <ops@example.com>'] }, 'alarm_emails'],
    ],
  },
})
