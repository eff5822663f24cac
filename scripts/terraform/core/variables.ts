import { type Violation, violations } from '../../system/check-schema.ts'
import { Expression, expression } from './expression.ts'
import type { Schema, Variable, Variables } from './inputs.ts'

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

function variableBlock(folder: string, name: string, variable: Variable): object {
  const rule = condition(name, variable)
  if (rule && !variable.message)
    throw new Error(`${folder}/variables.tf.json: variable.${name}: has a rule but no message that says what to do`)
  const rules = [
    ...(rule ? [{ condition: rule, error_message: variable.message }] : []),
    ...(variable.validation ?? []),
  ]
  return {
    description: variable.description,
    type: typeConstraint(variable),
    default: 'default' in variable ? variable.default : undefined,
    nullable: isNullable(variable) ? undefined : false,
    sensitive: variable.sensitive,
    ephemeral: variable.ephemeral,
    validation: rules.length > 0 ? rules : undefined,
  }
}

/** The variable blocks of a root or module. */
export const variableBlocks = (folder: string, variables: Variables): Record<string, object> =>
  Object.fromEntries(Object.entries(variables).map(([name, of]) => [name, variableBlock(folder, name, of)]))

/** One JSON Schema for all values that a vars file may give. */
export function valuesSchema(variables: Variables): object {
  const required = Object.entries(variables)
    .filter(([, variable]) => !('default' in variable || variable.perApply))
    .map(([name]) => name)
  const properties = { '//': { type: 'string' }, ...variables }
  return { type: 'object', properties, required, additionalProperties: false }
}

/** A function that says what is wrong with the values in a vars file, one line each: which input, and what to do. */
export function valuesChecker(variables: Variables): (values: Record<string, unknown>) => string[] {
  const schema = valuesSchema(variables)
  return values => {
    const secrets = Object.keys(values).filter(name => variables[name]?.ephemeral)
    return [
      ...secrets.map(name => `${name}: is a secret and belongs in no file; give it as TF_VAR_${name}`),
      ...violations(schema, values).map(violation => describe(violation, variables, values)),
    ]
  }
}

function describe(violation: Violation, variables: Variables, values: Record<string, unknown>): string {
  const { path, keyword, message } = violation
  const [name = '', ...inside] = path.split('/')
  if (keyword === 'required') return `${path}: is missing. ${variables[name]?.description}`
  if (keyword === 'additionalProperties' && inside.length === 0)
    return `${path}: there is no such input; the inputs are ${Object.keys(variables).join(', ')}`
  const advice = (keyword !== 'type' && variables[name]?.message) || `It ${message}.`
  return `${path}: ${JSON.stringify(values[name])} will not do. ${advice}`
}
