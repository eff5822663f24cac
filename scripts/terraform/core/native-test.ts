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

// A mock makes up every text, and the provider refuses one that is no JSON as a policy, or no partition in an ARN.
const aws = { aws_iam_policy_document: { json: '{}' }, aws_partition: { partition: 'aws' } }
const mocks: Record<string, object> = {
  aws: { mock_data: Object.fromEntries(Object.entries(aws).map(([type, defaults]) => [type, { defaults }])) },
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
