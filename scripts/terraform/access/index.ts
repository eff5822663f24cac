import type { Configuration } from '../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** The namespace, and svc-terraform with its rights there; applied once, by an administrator. */
export const access = {
  folder: 'access',
  root: true,
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
} satisfies Configuration
