/** What the generator writes, by provider: only of these are schemas and types kept. */
export const inUse = {
  aws: {
    resource_schemas: [
      'aws_cloudwatch_log_group',
      'aws_ecr_repository',
      'aws_ecs_cluster',
      'aws_ecs_service',
      'aws_ecs_task_definition',
      'aws_eks_pod_identity_association',
      'aws_iam_role',
      'aws_iam_role_policy',
      'aws_route53_health_check',
      'aws_route53_record',
      'aws_route53_zone',
      'aws_s3_bucket',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_policy',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_versioning',
      'aws_secretsmanager_secret',
      'aws_security_group',
      'aws_vpc_security_group_egress_rule',
    ],
    data_source_schemas: [
      'aws_eks_cluster',
      'aws_iam_policy_document',
      'aws_kms_alias',
      'aws_lb',
      'aws_subnets',
      'aws_vpc',
    ],
  },
  kubernetes: {
    resource_schemas: [
      'kubernetes_cluster_role_v1',
      'kubernetes_deployment_v1',
      'kubernetes_horizontal_pod_autoscaler_v2',
      'kubernetes_namespace_v1',
      'kubernetes_pod_disruption_budget_v1',
      'kubernetes_role_binding_v1',
      'kubernetes_secret_v1',
      'kubernetes_service_account_v1',
      'kubernetes_service_v1',
    ],
    data_source_schemas: [],
  },
}

export type ProviderName = keyof typeof inUse
