import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

export const pipelineRoles = {
  folder: 'modules/pipeline-roles',
  description:
    "What the jobs of GitLab's pipelines are in AWS and in the cluster, by tokens that GitLab signs: no key is kept anywhere.",
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
