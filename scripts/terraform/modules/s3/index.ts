import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { inputs } from './tests.ts'
import { variables } from './variables.ts'

/** A private bucket. */
export const s3 = {
  folder: 'modules/s3',
  variables,
  main,
  outputs,
  providers: { aws: {} },
  tests: { inputs },
} satisfies Configuration
