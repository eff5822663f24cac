import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

export const eks = {
  folder: 'modules/eks',
  description: 'An EKS cluster in Auto Mode, and who administers it.',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
