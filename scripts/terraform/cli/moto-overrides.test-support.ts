const stateOnDisk = { terraform: { backend: { local: {} } } }

/** What moto lacks, by the root that asks for it: override files of Terraform, with which the rest is applied as it is. */
export const motoOverrides: Record<string, object> = {
  'aws/dns': stateOnDisk,
  'aws/runner': {
    ...stateOnDisk,
    resource: {
      // moto's EKS clusters have no security group of their own, and its EC2 forgets why a rule lets a group in.
      aws_vpc_security_group_ingress_rule: {
        cluster: {
          security_group_id: `\${aws_security_group.runner.id}`,
          lifecycle: { ignore_changes: ['description'] },
        },
      },
      // moto's ECS takes it and does not give it back, so that each plan would set it.
      aws_ecs_service: { runner: { lifecycle: { ignore_changes: ['availability_zone_rebalancing'] } } },
    },
  },
}
