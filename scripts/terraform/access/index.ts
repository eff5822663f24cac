import type { Configuration } from '../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

export const access = {
  folder: 'access',
  description: 'The namespace, and svc-terraform with its rights there; applied once, by an administrator.',
  root: true,
  variables,
  main,
  outputs,
  providers: { kubernetes: {} },
} satisfies Configuration
