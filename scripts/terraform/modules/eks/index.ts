import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** An EKS cluster in Auto Mode, and who administers it. */
export const eks = {
  folder: 'modules/eks',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
