import type { Configuration } from '../../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

export const k8sService = {
  folder: 'modules/k8s/service',
  description: 'The way in: a Service of type LoadBalancer.',
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
  tests: { inputs },
} satisfies Configuration
