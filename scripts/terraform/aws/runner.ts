import { awsProvider } from '../aws-provider.ts'
import { expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, local, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { roleWithPolicy } from '../modules/aws-role.ts'

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
const fargateMemory = 'With one vCPU, Fargate has 2048 to 8192 MiB, in steps of 1024.'

const input = inputs(
  {
    region: kinds.region,
    cluster_name: kinds.clusterName,
    image_digest: {
      ...kinds.optional,
      description: 'Digest of the image in the repository of this root; null until one is pushed: nothing runs before.',
      pattern: '^sha256:[0-9a-f]{64}$',
      message: 'A digest is sha256: and 64 hexadecimal digits, as printed by the push of the image.',
    },
    gitlab_url: { ...kinds.gitlabUrl, description: 'Address of the GitLab that has the jobs.' },
    tasks: { ...kinds.replicas, description: 'Tasks at one time; each runs one job.', default: 2 },
    memory: {
      description: 'Memory of a task, which has one vCPU, in MiB.',
      type: 'integer',
      default: 2048,
      minimum: 2048,
      maximum: 8192,
      message: fargateMemory,
    },
    force_destroy: {
      description: 'Whether destroy also deletes the images in the repository; apply it before you destroy.',
      type: 'boolean',
      default: false,
    },
    tags: kinds.tags,
  },
  ({ memory }) => [['memory', expression`${memory} % 1024 == 0`, fargateMemory]],
)

const vpc = data('aws_vpc', 'cluster', { tags: { Name: input.cluster_name } })

const subnets = data('aws_subnets', 'private', {
  filter: [{ name: 'vpc-id', values: [vpc.id] }],
  tags: { tier: 'private' },
  lifecycle: {
    postcondition: [
      {
        condition: expression`length(self.ids) > 0`,
        error_message: template`${input.cluster_name} has no subnet tagged tier = private: apply the root aws/cluster.`,
      },
    ],
  },
})

const key = data('aws_kms_alias', 'cluster', { name: template`alias/${input.cluster_name}` })
const keyArn = key.target_key_arn

const name = local('name', template`${input.cluster_name}-runner`)

const repository = resource('aws_ecr_repository', 'runner', {
  name,
  image_tag_mutability: 'IMMUTABLE',
  image_scanning_configuration: { scan_on_push: true },
  encryption_configuration: [{ encryption_type: 'KMS', kms_key: keyArn }],
  force_delete: input.force_destroy,
})

const kept = 10

const cleanUp = resource('aws_ecr_lifecycle_policy', 'runner', {
  repository: repository.name,
  policy: JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Keep the last ${kept} images`,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: kept },
        action: { type: 'expire' },
      },
    ],
  }),
})

// Terraform never sees its value, so no state has it. Deleted at once, because GitLab can issue another token.
const token = resource('aws_secretsmanager_secret', 'token', {
  name: template`${name}-token`,
  description: 'Authentication token of the GitLab runner (glrt-...).',
  recovery_window_in_days: 0,
  kms_key_id: keyArn,
})

// The policy of the cluster's key allows only logs below this path.
const logs = resource('aws_cloudwatch_log_group', 'runner', {
  name: template`/aws/ecs/${input.cluster_name}/runner`,
  retention_in_days: 365,
  kms_key_id: keyArn,
})

// For ECS itself, to start a task. The task has no role: a job's only identity in AWS is its own id_tokens.
const execution = roleWithPolicy('execution', {
  name: template`${name}-execution`,
  trust: {
    sid: 'Ecs',
    actions: ['sts:AssumeRole'],
    principals: [{ type: 'Service', identifiers: ['ecs-tasks.amazonaws.com'] }],
  },
  policy: {
    name: 'execution',
    statement: [
      // The login is for all of ECR, so its only resource is *.
      { sid: 'Login', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      { sid: 'Pull', actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resources: [repository.arn] },
      {
        sid: 'Log',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        // A stream is named after its task, whose name ECS chooses.
        resources: [template`${logs.arn}:log-stream:runner/*`],
      },
      { sid: 'Token', actions: ['secretsmanager:GetSecretValue'], resources: [token.arn] },
      {
        sid: 'Decrypt',
        actions: ['kms:Decrypt'],
        resources: [keyArn],
        condition: [
          {
            test: 'StringEquals',
            variable: 'kms:ViaService',
            values: [template`secretsmanager.${input.region}.amazonaws.com`],
          },
        ],
      },
    ],
  },
})

const security = resource('aws_security_group', 'runner', {
  name,
  description: 'GitLab runner: nothing comes in.',
  vpc_id: vpc.id,
})

// DNS needs no rule: security groups do not filter traffic to the resolver of the VPC.
const egress = (label: string, port: number, description: string) =>
  resource('aws_vpc_security_group_egress_rule', label, {
    security_group_id: security.id,
    cidr_ipv4: '0.0.0.0/0',
    ip_protocol: 'tcp',
    from_port: port,
    to_port: port,
    description,
  })
const https = egress('https', 443, 'GitLab, AWS, the cluster, and the registries of npm and Terraform')
const http = egress('http', 80, 'The service, which a deployment asks at its end')

// The folders that are not read-only, for the runner's configuration and jobs. They last as long as the task. The
// image names them too, by VOLUME.
const writable = { home: '/home/runner', tmp: '/tmp' }

// The container of a task, as ECS defines it.
const container = local('container', {
  name: 'runner',
  essential: true,
  image: template`${repository.repository_url}@${expression`coalesce(${input.image_digest}, "none")`}`,
  environment: [{ name: 'GITLAB_URL', value: input.gitlab_url }],
  secrets: [{ name: 'GITLAB_RUNNER_TOKEN', valueFrom: token.arn }],
  readonlyRootFilesystem: true,
  linuxParameters: { capabilities: { drop: ['ALL'] } },
  mountPoints: Object.entries(writable).map(([sourceVolume, containerPath]) => ({ sourceVolume, containerPath })),
  // The longest time that Fargate waits; entrypoint.sh divides it.
  stopTimeout: 120,
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-region': input.region, 'awslogs-group': logs.name, 'awslogs-stream-prefix': 'runner' },
  },
})

const ecsCluster = resource('aws_ecs_cluster', 'runner', { name })

const onceThereIsAnImage = { count: expression`${input.image_digest} == null ? 0 : 1` }

const task = resource('aws_ecs_task_definition', 'runner', {
  ...onceThereIsAnImage,
  family: name,
  requires_compatibilities: ['FARGATE'],
  network_mode: 'awsvpc',
  cpu: '1024',
  memory: expression`tostring(${input.memory})`,
  runtime_platform: { operating_system_family: 'LINUX', cpu_architecture: 'X86_64' },
  execution_role_arn: execution.role.arn,
  container_definitions: expression`jsonencode([${container}])`,
  volume: Object.keys(writable).map(name => ({ name })),
})

const service = resource('aws_ecs_service', 'runner', {
  ...onceThereIsAnImage,
  name,
  cluster: ecsCluster.arn,
  task_definition: task[0].arn,
  launch_type: 'FARGATE',
  // Tasks are what costs, and would get no tags otherwise.
  propagate_tags: 'SERVICE',
  // A fixed number, and no rebalancing of zones: both would end a task with its job.
  desired_count: input.tasks,
  availability_zone_rebalancing: 'DISABLED',
  deployment_minimum_healthy_percent: 100,
  deployment_maximum_percent: 200,
  deployment_circuit_breaker: { enable: true, rollback: true },
  enable_execute_command: false,
  wait_for_steady_state: true,
  network_configuration: { subnets: subnets.ids, security_groups: [security.id], assign_public_ip: false },
  // The tasks need the rights and the way out from before they start until they have stopped.
  depends_on: [execution.policy, https],
})

export const runner = root('aws/runner', {
  description:
    "A GitLab runner for the infrastructure jobs: two ECS Fargate tasks in the private subnets of the cluster's VPC.",
  input,
  providers: { aws: awsProvider(input) },
  resources: [
    ...[vpc, subnets, key, name, repository, cleanUp, token, logs, ...execution.parts],
    ...[security, https, http, container, ecsCluster, task, service],
  ],
  outputs: {
    repository: { description: 'Repository for the image of the runner.', value: repository.repository_url },
    secret: { description: 'Secret for the token of the runner.', value: token.name },
    service: {
      description: 'Name of the ECS service and ECS cluster of the runner; null until an image runs.',
      value: one(service).name,
    },
    log_group: { description: 'Log group of the runner.', value: logs.name },
  },
})
