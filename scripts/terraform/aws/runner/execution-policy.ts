import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { DataAwsIamPolicyDocument } from '../../schemas/aws.d.ts'
import { variables } from './variables.ts'

export const executionTrust: DataAwsIamPolicyDocument = {
  statement: [
    {
      sid: 'Ecs',
      actions: ['sts:AssumeRole'],
      principals: [{ type: 'Service', identifiers: ['ecs-tasks.amazonaws.com'] }],
    },
  ],
}

const { region } = references(variables)

/** What starting a task takes: its image, its log and its token. */
export const executionPolicy: DataAwsIamPolicyDocument = {
  statement: [
    // The login is to all of ECR: the action takes no other resource than *.
    { sid: 'Login', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    {
      sid: 'Pull',
      actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [expression`aws_ecr_repository.runner.arn`],
    },
    {
      sid: 'Log',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      // A stream has the name of its task, which ECS gives.
      resources: [template`${expression`aws_cloudwatch_log_group.runner.arn`}:log-stream:runner/*`],
    },
    {
      sid: 'Token',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [expression`aws_secretsmanager_secret.token.arn`],
    },
    {
      sid: 'Decrypt',
      actions: ['kms:Decrypt'],
      resources: [expression`data.aws_kms_alias.cluster.target_key_arn`],
      condition: [
        {
          test: 'StringEquals',
          variable: 'kms:ViaService',
          values: [template`secretsmanager.${region}.amazonaws.com`],
        },
      ],
    },
  ],
}
