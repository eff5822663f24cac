import { expression, template } from '../../core/expression.ts'
import type { DataAwsIamPolicyDocument } from '../../schemas/aws.d.ts'

export const executionTrust: DataAwsIamPolicyDocument = {
  statement: [
    {
      sid: 'Ecs',
      actions: ['sts:AssumeRole'],
      principals: [{ type: 'Service', identifiers: ['ecs-tasks.amazonaws.com'] }],
    },
  ],
}

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
  ],
}
