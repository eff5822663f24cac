import { nativeTest } from '../../core/native-test.ts'
import { variables } from './variables.ts'

export const inputs = nativeTest(
  'aws',
  variables,
  {
    cluster_name: 'mirror-service-infr',
    cluster_arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/mirror-service-infr',
    state_bucket: 'mirror-service-infr-state',
    staging_bucket: 'mirror-service-infr-staging',
    gitlab_project: 'platform/mirror-service',
  },
  [
    ['every_project', { gitlab_project: 'platform/*' }, 'gitlab_project'],
    ['project_without_group', { gitlab_project: 'mirror-service' }, 'gitlab_project'],
    ['every_branch', { gitlab_default_branch: '*' }, 'gitlab_default_branch'],
    ['branch_with_a_claim', { gitlab_default_branch: 'main:environment_protected:true' }, 'gitlab_default_branch'],
    ['gitlab_without_tls', { gitlab_url: 'http://gitlab.example.com' }, 'gitlab_url'],
    ['gitlab_with_slash', { gitlab_url: 'https://gitlab.example.com/' }, 'gitlab_url'],
    ['provider_by_name', { gitlab_provider_arn: 'gitlab.com' }, 'gitlab_provider_arn'],
  ],
)
