import type { Configuration } from '../../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

export const podIdentity = {
  folder: 'modules/pod-identity',
  description: 'What makes the pods on EKS somebody in AWS who may upload, and nothing else.',
  variables,
  main,
  outputs,
  providers: { aws: {} },
} satisfies Configuration
