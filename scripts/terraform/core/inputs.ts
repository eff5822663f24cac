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

/** A condition between inputs, which JSON Schema cannot state, and what to do where it does not hold. */
export type Rule = { readonly condition: Expression; readonly error_message: string }

export const rule = (condition: Expression, error_message: string): Rule => ({ condition, error_message })

/** The definition of an input of a root or module. One without a default must be given. */
export type Variable = Schema & {
  readonly description: string
  readonly default?: unknown
  /** What to do when the value is not one the schema allows. */
  readonly message?: string
  readonly validation?: readonly Rule[]
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

type Rules<V> = { readonly [K in keyof V]?: Rule | readonly Rule[] }

/**
 * Declares the inputs of a root or module; returns a reference to each: `input.region` is var.region. Rules are written with
 * these references, by the name of the input that they reject.
 */
export function inputs<const V extends Variables>(variables: V, rules?: (input: Input<V>) => Rules<V>): Input<V> {
  const names = Object.keys(variables)
  const input = Object.fromEntries(names.map(name => [name, walkable(new Expression(`var.${name}`))])) as Input<V>
  const added: Rules<Variables> = rules?.(input) ?? {}
  const withRules = Object.entries<Variable>(variables).map(([name, variable]) => {
    const validation = [variable.validation ?? [], added[name] ?? []].flat()
    return [name, validation.length > 0 ? { ...variable, validation } : variable]
  })
  return Object.assign(input, { [definitions]: Object.fromEntries(withRules) })
}

/** What `inputs` was given, with the rules. */
export const variablesOf = <V extends Variables>(input: Input<V>): V => input[definitions]

// Of roots and modules that are not yet written by root() or module().
export const defineInputs = <const V extends Variables>(given: V): V => given
export const references = <V extends Variables>(variables: V): Input<V> => inputs(variables)
