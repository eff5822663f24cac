import { nativeTest } from '../../core/native-test.ts'
import { variables } from './variables.ts'

export const inputs = nativeTest(
  'aws',
  variables,
  {
    cluster_name: 'mirror-service-infr',
    vpc_cidr: '10.0.0.0/16',
    subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'],
    public_access_cidrs: [],
    administrator_role_arns: ['arn:aws:iam::123456789012:role/administrator'],
    key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
  },
  [
    ['api_open_to_all', { public_access_cidrs: ['0.0.0.0/0'] }, 'public_access_cidrs'],
    ['address_without_prefix', { public_access_cidrs: ['203.0.113.7'] }, 'public_access_cidrs'],
    ['nobody_administers', { administrator_role_arns: [] }, 'administrator_role_arns'],
    ['user_administers', { administrator_role_arns: ['arn:aws:iam::123456789012:user/a'] }, 'administrator_role_arns'],
    ['version_with_patch', { kubernetes_version: '1.36.1' }, 'kubernetes_version'],
  ],
)
