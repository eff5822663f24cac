/** What the generator writes, by provider: only of these are schemas and types kept. */
export const inUse = {
  aws: {
    resource_schemas: [
      'aws_eks_pod_identity_association',
      'aws_iam_role',
      'aws_iam_role_policy',
      'aws_s3_bucket',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_policy',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_versioning',
    ],
    data_source_schemas: ['aws_iam_policy_document'],
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
