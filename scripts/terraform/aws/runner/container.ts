import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import { variables } from './variables.ts'

const input = references(variables)

/** What is not read-only, and gone with the task: the runner's configuration and its jobs' folders. The image says so too, by VOLUME. */
const writable = { home: '/home/runner', tmp: '/tmp' }

export const volumes = Object.keys(writable).map(name => ({ name }))

/** The one container of a task, in the words of ECS. */
export const container = {
  name: 'runner',
  essential: true,
  image: template`${expression`aws_ecr_repository.runner.repository_url`}@${expression`coalesce(${input.image_digest}, "none")`}`,
  environment: [{ name: 'GITLAB_URL', value: input.gitlab_url }],
  secrets: [{ name: 'GITLAB_RUNNER_TOKEN', valueFrom: expression`aws_secretsmanager_secret.token.arn` }],
  readonlyRootFilesystem: true,
  linuxParameters: { capabilities: { drop: ['ALL'] } },
  mountPoints: Object.entries(writable).map(([sourceVolume, containerPath]) => ({ sourceVolume, containerPath })),
  // The longest that Fargate waits; entrypoint.sh divides it.
  stopTimeout: 120,
  logConfiguration: {
    logDriver: 'awslogs',
    options: {
      'awslogs-region': input.region,
      'awslogs-group': expression`aws_cloudwatch_log_group.runner.name`,
      'awslogs-stream-prefix': 'runner',
    },
  },
}
