import { Expression } from './expression.ts'
import type { Inputs, ValuesOf } from './inputs.ts'

type Accepted<I> = [name: string, values: Partial<ValuesOf<I>>]
type Rejected<I> = [name: string, values: Partial<ValuesOf<I>>, input: keyof I & string]

/** A native test of a module's inputs: what is accepted, and what is rejected and by which input. */
export function nativeTest<I extends Inputs>(
  provider: string,
  _inputs: I,
  accepted: ValuesOf<I>,
  rejected: Rejected<I>[],
  others: Accepted<I>[] = [],
): object {
  const alsoAccepted = others.map(([name, variables]) => ({ [name]: { command: 'plan', variables } }))
  const runs = rejected.map(([name, variables, input]) => ({
    [name]: { command: 'plan', variables, expect_failures: [new Expression(`var.${input}`)] },
  }))
  // A mock makes up every text, and one that is no JSON will not do as a policy.
  const mock_data = provider === 'aws' ? { aws_iam_policy_document: { defaults: { json: '{}' } } } : undefined
  return {
    mock_provider: { [provider]: { mock_data } },
    variables: accepted,
    run: [{ accepted: { command: 'plan' } }, ...alsoAccepted, ...runs],
  }
}
