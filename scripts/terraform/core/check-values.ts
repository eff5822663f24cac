import { type Violation, violations } from '../../system/check-schema.ts'
import type { Input, Inputs } from './inputs.ts'

/** One JSON Schema for the values of all inputs that a vars file may give. */
export function valuesSchema(inputs: Inputs): object {
  const isRequired = ([, input]: [string, Input]) => !('default' in input || input.perApply)
  const required = Object.entries(inputs)
    .filter(isRequired)
    .map(([name]) => name)
  return { type: 'object', properties: { '//': { type: 'string' }, ...inputs }, required, additionalProperties: false }
}

/** A function that says what is wrong with the values in a vars file, one line each: which input, and what to do. */
export function valuesChecker(inputs: Inputs): (values: Record<string, unknown>) => string[] {
  const schema = valuesSchema(inputs)
  return values => {
    const secrets = Object.keys(values).filter(name => inputs[name]?.ephemeral)
    return [
      ...secrets.map(name => `${name}: is a secret and belongs in no file; give it as TF_VAR_${name}`),
      ...violations(schema, values).map(violation => describe(violation, inputs, values)),
    ]
  }
}

function describe({ path, keyword, message }: Violation, inputs: Inputs, values: Record<string, unknown>): string {
  const [name = '', ...inside] = path.split('/')
  if (keyword === 'required') return `${path}: is missing. ${inputs[name]?.description}`
  if (keyword === 'additionalProperties' && inside.length === 0)
    return `${path}: there is no such input; the inputs are ${Object.keys(inputs).join(', ')}`
  const advice = (keyword !== 'type' && inputs[name]?.message) || `It ${message}.`
  return `${path}: ${JSON.stringify(values[name])} will not do. ${advice}`
}
