import { awsProvider } from '../aws-provider.ts'
import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import type { Configuration } from '../core/module.ts'
import { main } from './main.ts'
import { outputs } from './outputs.ts'
import { variables } from './variables.ts'

const input = references(variables)

export const app = {
  folder: 'app',
  description: 'The service: bucket, pods, load balancer; applied by svc-terraform.',
  root: true,
  variables,
  main,
  outputs,
  providers: { aws: awsProvider(input.region, expression`${input.s3_endpoint} != null`), kubernetes: {} },
} satisfies Configuration
