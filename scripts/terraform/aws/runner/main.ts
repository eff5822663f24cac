import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { container, volumes } from './container.ts'
import { executionPolicy, executionTrust } from './execution-policy.ts'
import { variables } from './variables.ts'

const input = references(variables)
const name = expression`local.name`
const kms_key = expression`data.aws_kms_alias.cluster.target_key_arn`
const runs = { count: expression`${input.image_digest} == null ? 0 : 1` }
const anywhere = { security_group_id: expression`aws_security_group.runner.id`, cidr_ipv4: '0.0.0.0/0' }
const onPort = (port: number) => ({ ip_protocol: 'tcp', from_port: port, to_port: port })

export const main = {
  locals: { name: template`${input.cluster_name}-runner`, container },
  data: {
    aws_vpc: { cluster: { tags: { Name: input.cluster_name } } },
    aws_subnets: {
      private: {
        filter: [{ name: 'vpc-id', values: [expression`data.aws_vpc.cluster.id`] }],
        tags: { tier: 'private' },
        lifecycle: {
          postcondition: [
            {
              condition: expression`length(self.ids) > 0`,
              error_message: template`The VPC ${input.cluster_name} has no subnet with the tag tier = private; the root aws/cluster makes them.`,
            },
          ],
        },
      },
    },
    aws_kms_alias: { cluster: { name: template`alias/${input.cluster_name}` } },
    aws_iam_policy_document: { execution: executionPolicy, execution_trust: executionTrust },
  },
  resource: {
    aws_ecr_repository: {
      runner: {
        name,
        image_tag_mutability: 'IMMUTABLE',
        image_scanning_configuration: { scan_on_push: true },
        encryption_configuration: [{ encryption_type: 'KMS', kms_key }],
        force_delete: input.force_destroy,
      },
    },
    // Its value is put beside Terraform, so that no state has it. Removed at once: GitLab makes another token at any time.
    aws_secretsmanager_secret: {
      token: {
        name: template`${name}-token`,
        description: 'Authentication token of the GitLab runner (glrt-...).',
        recovery_window_in_days: 0,
        kms_key_id: kms_key,
      },
    },
    // The key of the cluster lets logs below this path use it.
    aws_cloudwatch_log_group: {
      runner: {
        name: template`/aws/ecs/${input.cluster_name}/runner`,
        retention_in_days: 365,
        kms_key_id: kms_key,
      },
    },
    // What ECS itself does for a task. The task has no role: a job becomes somebody in AWS by its own id_tokens alone.
    aws_iam_role: {
      execution: {
        name: template`${name}-execution`,
        assume_role_policy: expression`data.aws_iam_policy_document.execution_trust.json`,
      },
    },
    aws_iam_role_policy: {
      execution: {
        name: 'execution',
        role: expression`aws_iam_role.execution.name`,
        policy: expression`data.aws_iam_policy_document.execution.json`,
      },
    },
    aws_security_group: {
      runner: {
        name,
        description: 'GitLab runner: nothing comes in.',
        vpc_id: expression`data.aws_vpc.cluster.id`,
      },
    },
    // No rule for DNS: what goes to the resolver of the VPC passes by security groups.
    aws_vpc_security_group_egress_rule: {
      https: {
        ...anywhere,
        ...onPort(443),
        description: 'GitLab, AWS, the cluster, and the registries of npm and Terraform',
      },
      http: { ...anywhere, ...onPort(80), description: 'The service, which a deployment asks at its end' },
    },
    aws_ecs_cluster: { runner: { name } },
    aws_ecs_task_definition: {
      runner: {
        ...runs,
        family: name,
        requires_compatibilities: ['FARGATE'],
        network_mode: 'awsvpc',
        cpu: '1024',
        memory: expression`tostring(${input.memory})`,
        runtime_platform: { operating_system_family: 'LINUX', cpu_architecture: 'X86_64' },
        execution_role_arn: expression`aws_iam_role.execution.arn`,
        container_definitions: expression`jsonencode([local.container])`,
        volume: volumes,
      },
    },
    aws_ecs_service: {
      runner: {
        ...runs,
        name,
        cluster: expression`aws_ecs_cluster.runner.arn`,
        task_definition: expression`aws_ecs_task_definition.runner[0].arn`,
        launch_type: 'FARGATE',
        // A fixed number, and no task moved to even out the zones: either would end a task, and the job in it.
        desired_count: input.tasks,
        availability_zone_rebalancing: 'DISABLED',
        deployment_minimum_healthy_percent: 100,
        deployment_maximum_percent: 200,
        deployment_circuit_breaker: { enable: true, rollback: true },
        enable_execute_command: false,
        wait_for_steady_state: true,
        network_configuration: {
          subnets: expression`data.aws_subnets.private.ids`,
          security_groups: [expression`aws_security_group.runner.id`],
          assign_public_ip: false,
        },
        // Before its tasks start they need the rights, and the way out; and until they have stopped.
        depends_on: [expression`aws_iam_role_policy.execution`, expression`aws_vpc_security_group_egress_rule.https`],
      },
    },
  },
} satisfies Main
