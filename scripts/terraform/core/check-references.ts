import type { Configuration } from './configuration.ts'
import { Expression } from './expression.ts'

const pattern = /(?<![\w.])(data\.)?(var|local|module|(?:aws|kubernetes|terraform)_\w+)\.(\w+)/g

/** Every expression in a document, with its address. */
export function* expressions(value: unknown, address: string[] = []): Generator<[string, Expression]> {
  if (value instanceof Expression) yield [address.join('.'), value]
  else if (typeof value === 'object' && value)
    for (const [key, part] of Object.entries(value)) yield* expressions(part, [...address, key])
}

/** Where something at an address is written. */
const fileOf = (address: string) => address.match(/^(variable|output|provider)(?=\.)/)?.[0].concat('s') ?? 'main'

/** Throws where an expression refers to what the root or module does not have, or an input is referred to by nothing. */
export function checkReferences({ folder, main, variables, outputs, providers }: Configuration): void {
  const { locals = {}, data = {}, resource = {}, module = {} } = main
  const known: Record<string, Record<string, object>> = { var: variables, local: locals as never, module, ...resource }
  const used = new Set<string>()
  for (const [address, { code }] of expressions({
    ...main,
    output: outputs,
    provider: providers,
    variable: variables,
  })) {
    for (const [reference, ofData, kind = '', name = ''] of code.matchAll(pattern)) {
      const found = (ofData ? (data as typeof known) : known)[kind]
      if (!found || !Object.hasOwn(found, name))
        throw new Error(`${folder}/${fileOf(address)}.tf.json: ${address}: there is no ${reference}`)
      if (kind === 'var' && !address.startsWith(`variable.${name}.`)) used.add(name)
    }
  }
  const unused = Object.keys(variables).find(name => !used.has(name))
  if (unused)
    throw new Error(`${folder}/variables.tf.json: variable.${unused}: nothing refers to it; use it or leave it out`)
}
