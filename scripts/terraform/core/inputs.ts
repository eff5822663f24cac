import { Expression } from './expression.ts'

type Type = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'

/** JSON Schema of a value, as far as it says what a variable of Terraform can check. */
export type Schema = {
  readonly type: Type | readonly [Type, 'null']
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: { readonly [name: string]: Schema }
  readonly additionalProperties?: Schema
}

/** An input of a root or module. One without a default must be given. */
export type Input = Schema & {
  readonly description: string
  readonly default?: unknown
  /** What to do when the value is not one the schema allows. */
  readonly message?: string
  /** Rules that JSON Schema cannot say, such as those between inputs. */
  readonly validation?: readonly { condition: Expression; error_message: string }[]
  readonly sensitive?: boolean
  /** Kept out of state and plan, and so out of every file: it is given in the environment. */
  readonly ephemeral?: boolean
  /** Differs from one apply to the next, so that no vars file has it. */
  readonly perApply?: boolean
}

export type Inputs = { readonly [name: string]: Input }

type Scalars = { string: string; integer: number; number: number; boolean: boolean }

type Plain<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly items: infer I }
    ? readonly ValueOf<I>[]
    : S extends { readonly properties: infer P }
      ? { readonly [K in keyof P]: ValueOf<P[K]> }
      : S extends { readonly additionalProperties: infer A }
        ? { readonly [name: string]: ValueOf<A> }
        : S extends {
              readonly type: (infer T extends keyof Scalars) | readonly [infer T extends keyof Scalars, 'null']
            }
          ? Scalars[T]
          : never

type ValueOf<S> = Plain<S> | (S extends { readonly type: readonly unknown[] } ? null : never)

type Optional<I> = { [K in keyof I]: I[K] extends { readonly default: unknown } ? K : never }[keyof I]

/** The values that inputs take, as TypeScript. */
export type ValuesOf<I> = { [K in Exclude<keyof I, Optional<I>>]: ValueOf<I[K]> } & {
  [K in Optional<I>]?: ValueOf<I[K]>
}

/** Inputs, with their literal types kept: the values' types are read off them. */
export const inputs = <const I extends Inputs>(given: I): I => given

/** A reference to each input, by its name. */
export const references = <I extends Inputs>(given: I): { readonly [K in keyof I]: Expression } =>
  Object.fromEntries(Object.keys(given).map(name => [name, new Expression(`var.${name}`)])) as never
