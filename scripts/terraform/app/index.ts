import { awsProvider } from '../aws-provider.ts'
import type { Configuration } from '../core/configuration.ts'
import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

const input = references(variables)

/** The service: bucket, pods, load balancer; applied by svc-terraform. */
export const app = {
  folder: 'app',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: awsProvider(input.region, expression`${input.s3_endpoint} != null`), kubernetes: {} },
} satisfies Configuration
