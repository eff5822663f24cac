import { Expression } from './expression.ts'
import type { Inputs, ValuesOf } from './inputs.ts'

type Rejected<I> = [name: string, values: Partial<ValuesOf<I>>, input: keyof I & string]

/** A native test of a module's inputs: what is accepted, and what is rejected and by which input. */
export function nativeTest<I extends Inputs>(
  provider: string,
  _inputs: I,
  accepted: ValuesOf<I>,
  rejected: Rejected<I>[],
): object {
  const runs = rejected.map(([name, variables, input]) => ({
    [name]: { command: 'plan', variables, expect_failures: [new Expression(`var.${input}`)] },
  }))
  return { mock_provider: { [provider]: {} }, variables: accepted, run: [{ accepted: { command: 'plan' } }, ...runs] }
}
