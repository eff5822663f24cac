import type { Configuration } from '../../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** The way in: a Service of type LoadBalancer. */
export const k8sService = {
  folder: 'modules/k8s/service',
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
  tests: { inputs },
} satisfies Configuration
