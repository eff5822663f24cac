import type { Configuration } from '../../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

export const k8sDeployment = {
  folder: 'modules/k8s/deployment',
  description: "The service's pods, and what keeps the right number of them running.",
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
  tests: { inputs },
} satisfies Configuration
