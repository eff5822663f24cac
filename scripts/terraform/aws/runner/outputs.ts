import { expression } from '../../core/expression.ts'
import type { Outputs } from '../../core/module.ts'

export const outputs = {
  repository: {
    description: 'Where the image of the runner is pushed.',
    value: expression`aws_ecr_repository.runner.repository_url`,
  },
  secret: {
    description: 'Secret that takes the token of the runner.',
    value: expression`aws_secretsmanager_secret.token.name`,
  },
  service: {
    description: 'ECS service, and ECS cluster, of the runner; null until an image runs.',
    value: expression`one(aws_ecs_service.runner[*].name)`,
  },
  log_group: { description: 'Where the runner logs.', value: expression`aws_cloudwatch_log_group.runner.name` },
} satisfies Outputs
