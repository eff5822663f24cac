/** A piece of Terraform's expression language. Every other string in a document is a literal and gets escaped. */
export class Expression {
  /** As it stands within an expression. */
  readonly code: string
  /** As it stands in a JSON string. */
  readonly text: string
  /** Addresses of the inputs, locals, resources and modules that it refers to, such as var.region. */
  readonly refersTo: readonly string[]

  constructor(code: string, refersTo: readonly string[] = [], text = `\${${code}}`) {
    this.code = code
    this.text = text
    this.refersTo = refersTo
  }
}

/** A value of type T, any part of which may be left to Terraform. */
export type Value<T> =
  | Expression
  | (T extends readonly (infer E)[] ? Value<E>[] : T extends object ? { [K in keyof T]: Value<T[K]> } : T)

declare const type: unique symbol

type Of<T> = Expression & { readonly [type]?: T }

/** A typed reference to a value of type T, and to its parts: an expression, as is each part. */
export type Reference<T> = Of<NonNullable<T>> & Parts<NonNullable<T>>

type Index = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

type Parts<T> = T extends readonly [infer E]
  ? { readonly 0: Reference<E> }
  : T extends readonly (infer E)[]
    ? { readonly [I in Index]: Reference<E> }
    : T extends ReadonlySet<unknown>
      ? unknown
      : T extends object
        ? string extends keyof T
          ? unknown
          : { readonly [K in keyof T]-?: Reference<T[K]> }
        : unknown

/** A literal string as Terraform's templates want it. */
export const escapeTemplate = (literal: string): string => literal.replaceAll(/[$%](?=\{)/g, sign => sign + sign)

type Literal = string | number | readonly string[]

const literalCode = (value: Literal) => escapeTemplate(JSON.stringify(value))

const addressesOf = (values: readonly unknown[]) => [
  ...new Set(values.flatMap(value => (value instanceof Expression ? value.refersTo : []))),
]

/**
 * Lets a reference be walked: the parts of `whole` are expressions of the path that leads to them. `wrap` is put around
 * each path, such as one(…).
 */
export function walkable<T>(whole: Expression, path = whole.code, wrap = (path: string) => path): Reference<T> {
  const step = (key: string) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)
  return new Proxy(whole, {
    get(_, key) {
      if (typeof key === 'symbol' || key in whole) return Reflect.get(whole, key)
      const further = path + step(key)
      return walkable(new Expression(wrap(further), whole.refersTo), further, wrap)
    },
  }) as Reference<T>
}

/** An element of a list, of a map, or of the instances of a resource with for_each: `at(subnet, each.key).id`. */
export function at<E>(collection: Of<readonly E[] | Readonly<Record<string, E>>>, key: Expression | string | number) {
  const code = `${collection.code}[${key instanceof Expression ? key.code : literalCode(key)}]`
  return walkable<E>(new Expression(code, addressesOf([collection, key])))
}

/** The only element of a list or set, null of an empty one. With a resource that has count: `one(zone).zone_id`. */
export function one<E>(collection: Of<readonly E[] | ReadonlySet<E>>): Reference<E> {
  const [path, wrap] = [`${collection.code}[*]`, (path: string) => `one(${path})`]
  return walkable(new Expression(wrap(path), collection.refersTo), path, wrap)
}

/** What differs between the instances of a resource with for_each. */
export const each = { key: new Expression('each.key'), value: new Expression('each.value') }

// A reference that the compiler cannot check: an address as text, or an attribute after an interpolated reference.
const address = /(?<![\w.])(?:var|local|module|data|(?:aws|kubernetes|terraform)_\w+)\.\w+/
const attribute = /^(?:\[[^\]]*\])?\.\w+/

/**
 * An expression; what is interpolated into it is an expression too, or becomes a literal. Throws if its text has a reference,
 * which has to be typed: `${input.region}`, not var.region.
 */
export const expression = (parts: TemplateStringsArray, ...values: (Expression | Literal)[]): Expression => {
  for (const [index, part] of parts.raw.entries()) {
    const [found] = part.match(address) ?? ((index > 0 && part.match(attribute)) || [])
    if (found) throw new Error(`'${found}' in an expression is not checked; interpolate a typed reference instead`)
  }
  const codes = values.map(value => (value instanceof Expression ? value.code : literalCode(value)))
  return new Expression(String.raw(parts, ...codes), addressesOf(values))
}

/** A string with expressions in it: template`s3://${bucket}/uploads`; a plain string is a part of it. */
export const template = (parts: TemplateStringsArray, ...values: (Expression | string)[]): Expression => {
  const join = (quote: (literal: string) => string, write: (value: Expression) => string) =>
    parts
      .flatMap((part, index) => [part, values[index] ?? ''])
      .map(value => (value instanceof Expression ? write(value) : quote(escapeTemplate(value))))
      .join('')
  const faulty = parts.slice(0, -1).find(part => /[$%]$/.test(part))
  // Terraform reads $${ as the escape of ${, so such a text cannot be written plainly.
  if (faulty) throw new Error(`'${faulty}' ends in $ or %, which would escape the expression after it`)
  const inCode = join(
    literal => JSON.stringify(literal).slice(1, -1),
    ({ code }) => `\${${code}}`,
  )
  return new Expression(
    `"${inCode}"`,
    addressesOf(values),
    join(String, ({ text }) => text),
  )
}
