import { Ajv, type ErrorObject } from 'ajv'
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
  const validate = new Ajv({ allErrors: true, strict: false, code: { optimize: false } }).compile(valuesSchema(inputs))
  return values => {
    const secrets = Object.keys(values).filter(name => inputs[name]?.ephemeral)
    validate(values)
    return [
      ...secrets.map(name => `${name}: is a secret and belongs in no file; give it as TF_VAR_${name}`),
      ...(validate.errors ?? []).map(error => say(error, inputs, values)),
    ]
  }
}

function say({ instancePath, keyword, params, message }: ErrorObject, inputs: Inputs, values: Record<string, unknown>) {
  if (keyword === 'required') {
    const name: string = params.missingProperty
    return `${name}: is missing. ${inputs[name]?.description}`
  }
  const [name = ''] = instancePath.slice(1).split('/')
  if (keyword === 'additionalProperties' && !name)
    return `${params.additionalProperty}: there is no such input; the inputs are ${Object.keys(inputs).join(', ')}`
  const advice = (keyword !== 'type' && inputs[name]?.message) || `It ${message}.`
  return `${instancePath.slice(1)}: ${JSON.stringify(values[name])} will not do. ${advice}`
}
