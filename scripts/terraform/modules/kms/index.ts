import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** The key that encrypts the secrets and the logs of a cluster. */
export const kms = {
  folder: 'modules/kms',
  variables,
  main,
  outputs,
  providers: { aws: {} },
} satisfies Configuration
