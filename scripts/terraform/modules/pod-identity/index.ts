import type { Configuration } from '../../core/configuration.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

/** What makes the pods on EKS somebody in AWS who may upload, and nothing else. */
export const podIdentity = {
  folder: 'modules/pod-identity',
  variables,
  main,
  outputs,
  providers: { aws: {} },
} satisfies Configuration
