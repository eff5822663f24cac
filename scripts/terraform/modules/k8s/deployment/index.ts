import type { Configuration } from '../../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** The service's pods, and what keeps the right number of them running. */
export const k8sDeployment = {
  folder: 'modules/k8s/deployment',
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
  tests: { inputs },
} satisfies Configuration
