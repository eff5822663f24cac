import { Expression, type Reference, walkable } from './expression.ts'

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

/** The definition of an input of a root or module. One without a default must be given. */
export type Variable = Schema & {
  readonly description: string
  readonly default?: unknown
  /** What to do when the value is not one the schema allows. */
  readonly message?: string
  /** Rules that JSON Schema cannot state, such as those between inputs. */
  readonly validation?: readonly { condition: Expression; error_message: string }[]
  readonly sensitive?: boolean
  /** Kept out of state and plan, and so out of every file: it is given in the environment. */
  readonly ephemeral?: boolean
  /** Differs from one apply to the next, so that no vars file has it. */
  readonly perApply?: boolean
}

export type Variables = { readonly [name: string]: Variable }

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

type Optional<V> = { [K in keyof V]: V[K] extends { readonly default: unknown } ? K : never }[keyof V]

/** The values that inputs take, as TypeScript. */
export type ValuesOf<V> = { [K in Exclude<keyof V, Optional<V>>]: ValueOf<V[K]> } & {
  [K in Optional<V>]?: ValueOf<V[K]>
}

const definitions = Symbol('definitions')

/** A reference to each input, by its name. */
export type Input<V extends Variables> = { readonly [K in keyof V]: Reference<ValueOf<V[K]>> } & {
  readonly [definitions]: V
}

/** Rejects an input unless a condition holds; the advice says what to do. For what JSON Schema cannot state. */
type Rule<V> = readonly [input: keyof V, condition: Expression, advice: string]

/**
 * Declares the inputs of a root or module. Returns a reference to each: `input.region` is var.region. The rules are written
 * with these references.
 */
export function inputs<const V extends Variables>(
  variables: V,
  rules: (input: Input<NoInfer<V>>) => readonly Rule<NoInfer<V>>[] = () => [],
): Input<V> {
  const names = Object.keys(variables)
  const reference = (name: string) => walkable(new Expression(`var.${name}`, [`var.${name}`]))
  const input = Object.fromEntries(names.map(name => [name, reference(name)])) as Input<V>
  const withRules: Record<string, Variable> = { ...variables }
  for (const [name, condition, error_message] of rules(input) as Rule<Variables>[]) {
    const variable = withRules[name] as Variable
    withRules[name] = { ...variable, validation: [...(variable.validation ?? []), { condition, error_message }] }
  }
  return Object.assign(input, { [definitions]: withRules as V })
}

/** What `inputs` was given, with the rules. */
export const variablesOf = <V extends Variables>(input: Input<V>): V => input[definitions]
