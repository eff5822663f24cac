import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** What the jobs of GitLab's pipelines are in AWS and in the cluster, by tokens that GitLab signs: no key is kept anywhere. */
export const pipelineRoles = {
  folder: 'modules/pipeline-roles',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
