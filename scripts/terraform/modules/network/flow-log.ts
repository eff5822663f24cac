import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { variables } from './variables.ts'

const input = references(variables)
const account = expression`data.aws_caller_identity.current.account_id`
const group = expression`aws_cloudwatch_log_group.refused.arn`

/** The log of traffic that was refused: what one looks for after an incident, at a small part of the cost of all traffic. */
export const flowLog = {
  data: {
    aws_caller_identity: { current: {} },
    aws_iam_policy_document: {
      flow_log_trust: {
        statement: [
          {
            sid: 'FlowLogs',
            actions: ['sts:AssumeRole'],
            principals: [{ type: 'Service', identifiers: ['vpc-flow-logs.amazonaws.com'] }],
            condition: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] }],
          },
        ],
      },
      flow_log: {
        statement: [
          {
            sid: 'Write',
            actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
            // Its streams, which AWS names.
            resources: [template`${group}:*`],
          },
        ],
      },
    },
  },
  resource: {
    aws_cloudwatch_log_group: {
      refused: {
        name: template`/aws/vpc/${input.cluster_name}/refused`,
        retention_in_days: input.log_retention_days,
        kms_key_id: input.key_arn,
      },
    },
    aws_iam_role: {
      flow_log: {
        name: template`${input.cluster_name}-flow-log`,
        assume_role_policy: expression`data.aws_iam_policy_document.flow_log_trust.json`,
      },
    },
    aws_iam_role_policy: {
      flow_log: {
        name: 'write',
        role: expression`aws_iam_role.flow_log.name`,
        policy: expression`data.aws_iam_policy_document.flow_log.json`,
      },
    },
    aws_flow_log: {
      refused: {
        vpc_id: expression`aws_vpc.cluster.id`,
        traffic_type: 'REJECT',
        log_destination: group,
        iam_role_arn: expression`aws_iam_role.flow_log.arn`,
        tags: { Name: template`${input.cluster_name}-refused` },
      },
    },
  },
} satisfies Main
