import { roleWithPolicy } from '../aws-role.ts'
import { expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, local, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
const fargateMemory = 'Fargate gives 2048 to 8192 MiB to one vCPU, in steps of 1024.'

const input = inputs(
  {
    region: kinds.region,
    cluster_name: kinds.clusterName,
    image_digest: {
      ...kinds.optional,
      description: 'Digest of the image in the repository made here; null until one is pushed: then nothing runs yet.',
      pattern: '^sha256:[0-9a-f]{64}$',
      message: 'A digest is sha256: and 64 hexadecimal digits, as the push of the image says it.',
    },
    gitlab_url: {
      description: 'GitLab that has the jobs.',
      type: 'string',
      default: 'https://gitlab.com',
      pattern: '^https://[^/"\\s]+$',
      message: 'GitLab is given as https://host, without a path.',
    },
    tasks: { ...kinds.replicas, description: 'Tasks, and so jobs, at one time.', default: 2 },
    memory: {
      description: 'Memory of a task and its vCPU, in MiB.',
      type: 'integer',
      default: 2048,
      minimum: 2048,
      maximum: 8192,
      message: fargateMemory,
    },
    force_destroy: {
      description: 'Whether destroy deletes the images in the repository too; apply it before the destroy.',
      type: 'boolean',
      default: false,
    },
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
        error_message: template`The VPC ${input.cluster_name} has no subnet with the tag tier = private; the root aws/cluster makes them.`,
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

// Its value is put beside Terraform, so that no state has it. Removed at once: GitLab makes another token at any time.
const token = resource('aws_secretsmanager_secret', 'token', {
  name: template`${name}-token`,
  description: 'Authentication token of the GitLab runner (glrt-...).',
  recovery_window_in_days: 0,
  kms_key_id: keyArn,
})

// The key of the cluster lets logs below this path use it.
const logs = resource('aws_cloudwatch_log_group', 'runner', {
  name: template`/aws/ecs/${input.cluster_name}/runner`,
  retention_in_days: 365,
  kms_key_id: keyArn,
})

// What ECS itself does for a task. The task has no role: a job becomes somebody in AWS by its own id_tokens alone.
const execution = roleWithPolicy('execution', {
  name: template`${name}-execution`,
  trust: {
    sid: 'Ecs',
    actions: ['sts:AssumeRole'],
    principals: [{ type: 'Service', identifiers: ['ecs-tasks.amazonaws.com'] }],
  },
  // What starting a task takes: its image, its log and its token.
  policy: {
    name: 'execution',
    statement: [
      // The login is to all of ECR: the action takes no other resource than *.
      { sid: 'Login', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
      { sid: 'Pull', actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resources: [repository.arn] },
      {
        sid: 'Log',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        // A stream has the name of its task, which ECS gives.
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

// No rule for DNS: what goes to the resolver of the VPC passes by security groups.
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

// What is not read-only, and gone with the task: the runner's configuration and its jobs' folders. The image says so too, by
// VOLUME.
const writable = { home: '/home/runner', tmp: '/tmp' }

// The one container of a task, in the words of ECS.
const container = local('container', {
  name: 'runner',
  essential: true,
  image: template`${repository.repository_url}@${expression`coalesce(${input.image_digest}, "none")`}`,
  environment: [{ name: 'GITLAB_URL', value: input.gitlab_url }],
  secrets: [{ name: 'GITLAB_RUNNER_TOKEN', valueFrom: token.arn }],
  readonlyRootFilesystem: true,
  linuxParameters: { capabilities: { drop: ['ALL'] } },
  mountPoints: Object.entries(writable).map(([sourceVolume, containerPath]) => ({ sourceVolume, containerPath })),
  // The longest that Fargate waits; entrypoint.sh divides it.
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
  // A fixed number, and no task moved to even out the zones: either would end a task, and the job in it.
  desired_count: input.tasks,
  availability_zone_rebalancing: 'DISABLED',
  deployment_minimum_healthy_percent: 100,
  deployment_maximum_percent: 200,
  deployment_circuit_breaker: { enable: true, rollback: true },
  enable_execute_command: false,
  wait_for_steady_state: true,
  network_configuration: { subnets: subnets.ids, security_groups: [security.id], assign_public_ip: false },
  // Before its tasks start they need the rights, and the way out; and until they have stopped.
  depends_on: [execution.policy, https],
})

export const runner = root('aws/runner', {
  description: "A GitLab runner in the cluster's VPC, for the jobs that deploy; scripts/runner/ has its image.",
  input,
  providers: { aws: { region: input.region } },
  resources: [
    ...[vpc, subnets, key, name, repository, token, logs, ...execution.parts],
    ...[security, https, http, container, ecsCluster, task, service],
  ],
  outputs: {
    repository: { description: 'Where the image of the runner is pushed.', value: repository.repository_url },
    secret: { description: 'Secret that takes the token of the runner.', value: token.name },
    service: {
      description: 'ECS service, and ECS cluster, of the runner; null until an image runs.',
      value: one(service).name,
    },
    log_group: { description: 'Where the runner logs.', value: logs.name },
  },
})
