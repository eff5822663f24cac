/** A piece of Terraform's expression language. Every other string in a document is a literal and gets escaped. */
export class Expression {
  /** As it stands within an expression. */
  readonly code: string
  /** As it stands in a JSON string. */
  readonly text: string

  constructor(code: string, text = `\${${code}}`) {
    this.code = code
    this.text = text
  }
}

/** A value of type T, any part of which may be left to Terraform. */
export type Value<T> =
  | Expression
  | (T extends readonly (infer E)[] ? Value<E>[] : T extends object ? { [K in keyof T]: Value<T[K]> } : T)

/** A literal string as Terraform's templates want it. */
export const escapeTemplate = (literal: string): string => literal.replaceAll(/[$%](?=\{)/g, sign => sign + sign)

type Literal = string | number | readonly string[]

/** An expression; what is interpolated into it is an expression too, or becomes a literal. */
export const expression = (parts: TemplateStringsArray, ...values: (Expression | Literal)[]): Expression =>
  new Expression(
    String.raw(
      parts,
      ...values.map(value => (value instanceof Expression ? value.code : escapeTemplate(JSON.stringify(value)))),
    ),
  )

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
    join(String, ({ text }) => text),
  )
}
