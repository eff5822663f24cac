import { Expression } from './expression.ts'
import type { ValuesOf } from './inputs.ts'

/**
 * Values that a module accepts, and values that it rejects, with the input that rejects them. `alsoAccepted` and `rejected`
 * give only what differs from `accepted`.
 */
export type InputTest<V> = {
  accepted: ValuesOf<V>
  alsoAccepted?: readonly [name: string, values: Partial<ValuesOf<V>>][]
  rejected: readonly [name: string, values: Partial<ValuesOf<V>>, input: keyof V & string][]
}

const mock = (values: Record<string, unknown>) => ({ defaults: values })

// A mock makes up every text, and the provider refuses one that is no JSON as a policy, or no partition in an ARN. Those of
// OpenTofu are random where Terraform leaves a value open, so each is given that the provider checks.
const mocks: Record<string, object> = {
  aws: {
    mock_data: { aws_iam_policy_document: mock({ json: '{}' }), aws_partition: mock({ partition: 'aws' }) },
    mock_resource: {
      aws_cloudwatch_log_group: mock({ arn: 'arn:aws:logs:eu-west-1:123456789012:log-group:mock' }),
      aws_eks_cluster: mock({ certificate_authority: [{ data: 'mock' }] }),
      aws_iam_openid_connect_provider: mock({ arn: 'arn:aws:iam::123456789012:oidc-provider/mock' }),
      aws_iam_role: mock({ arn: 'arn:aws:iam::123456789012:role/mock' }),
      aws_sns_topic: mock({ arn: 'arn:aws:sns:eu-west-1:123456789012:mock' }),
    },
  },
}

/** The native test of a module's inputs, over mocks of its providers. */
export const testDocument = <V>(
  providers: string[],
  { accepted, alsoAccepted = [], rejected }: InputTest<V>,
): object => ({
  mock_provider: Object.fromEntries(providers.map(name => [name, mocks[name] ?? {}])),
  variables: accepted,
  run: [
    { accepted: { command: 'plan' } },
    ...alsoAccepted.map(([name, variables]) => ({ [name]: { command: 'plan', variables } })),
    ...rejected.map(([name, variables, input]) => ({
      [name]: { command: 'plan', variables, expect_failures: [new Expression(`var.${input}`)] },
    })),
  ],
})
