/** Resources that moto 5.2.1 has no API for, with the reason; all others are applied there. */
export const motoLacks: Record<string, string> = {
  aws_eks_access_entry: 'no access entries',
  aws_eks_access_policy_association: 'no access entries',
  aws_eks_addon: 'no addons',
  aws_eks_pod_identity_association: 'no Pod Identity',
  aws_vpc_security_group_ingress_rule: "the cluster's security group is a name that its EC2 does not know",
}

/** Settings that moto takes and forgets, so that a plan would set them again, or that it cannot change. */
export const motoForgets: Record<string, string[]> = {
  aws_cloudwatch_log_group: ['kms_key_id'],
  aws_ecs_service: ['availability_zone_rebalancing'],
  aws_eks_cluster: [
    'access_config',
    'compute_config',
    'kubernetes_network_config',
    'storage_config',
    'upgrade_policy',
    'zonal_shift_config',
  ],
}
