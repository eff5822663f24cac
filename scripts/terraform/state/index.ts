import { awsProvider } from '../aws-provider.ts'
import type { Configuration } from '../core/configuration.ts'
import { references } from '../core/inputs.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

const input = references(variables)

/** The bucket for the state of every root, its own included. */
export const state = {
  folder: 'state',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: awsProvider(input.region, input.use_path_style) },
} satisfies Configuration
