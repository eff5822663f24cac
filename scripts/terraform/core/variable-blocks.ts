import { Expression, expression } from './expression.ts'
import type { Input, Inputs, Schema } from './inputs.ts'

const scalars: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'bool' }

const isNullable = ({ type }: Schema) => typeof type !== 'string'

/** The type constraint of Terraform for values of a JSON Schema. */
export function typeConstraint({ type, items, properties, additionalProperties }: Schema): string {
  const plain = String(typeof type === 'string' ? type : type[0])
  if (items) return `list(${typeConstraint(items)})`
  if (additionalProperties) return `map(${typeConstraint(additionalProperties)})`
  const fields = Object.entries(properties ?? {}).map(([name, field]) => `${name} = ${typeConstraint(field)}`)
  return scalars[plain] ?? `object({ ${fields.join(', ')} })`
}

/** What the schema asks beyond the type, as one expression. */
function condition(name: string, schema: Schema): Expression | undefined {
  const variable = new Expression(`var.${name}`)
  const { type, minimum, maximum, pattern, enum: values } = schema
  const parts = [
    String(type).startsWith('integer') && expression`floor(${variable}) == ${variable}`,
    minimum !== undefined && expression`${variable} >= ${minimum}`,
    maximum !== undefined && expression`${variable} <= ${maximum}`,
    pattern !== undefined && expression`can(regex(${pattern}, ${variable}))`,
    values && expression`contains(${values}, ${variable})`,
  ].filter(part => part instanceof Expression)
  if (parts.length === 0) return undefined
  const all = new Expression(parts.map(({ code }) => code).join(' && '))
  return isNullable(schema) ? expression`${variable} == null ? true : ${all}` : all
}

function variableBlock(folder: string, name: string, input: Input): object {
  const rule = condition(name, input)
  if (rule && !input.message)
    throw new Error(`${folder}/variables.tf.json: variable.${name}: has a rule but no message that says what to do`)
  const rules = [...(rule ? [{ condition: rule, error_message: input.message }] : []), ...(input.validation ?? [])]
  return {
    description: input.description,
    type: typeConstraint(input),
    default: 'default' in input ? input.default : undefined,
    nullable: isNullable(input) ? undefined : false,
    sensitive: input.sensitive,
    ephemeral: input.ephemeral,
    validation: rules.length > 0 ? rules : undefined,
  }
}

/** The variable blocks of the inputs of a root or module. */
export const variableBlocks = (folder: string, inputs: Inputs): object =>
  Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, variableBlock(folder, name, input)]))
