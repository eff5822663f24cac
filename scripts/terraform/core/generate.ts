import { posix } from 'node:path'
import { Expression } from './expression.ts'
import type { Configuration } from './module.ts'
import { type ProviderName, requiredProviders, requiredVersion } from './required-providers.ts'
import { serialise } from './serialise.ts'
import { banner } from './stored-files.ts'
import { variableBlocks } from './variables.ts'

/** Where in the bucket of the states a root keeps its own. */
export const stateKey = (folder: string) => `${folder}/terraform.tfstate`

/** The files of a root or module: their text by their path under terraform/. */
export function generate(configuration: Configuration): Record<string, string> {
  checkReferences(configuration)
  const { folder, main, variables, outputs, test } = configuration
  const documents = {
    'main.tf.json': { ...main, module: relativeSources(folder, main.module) },
    'variables.tf.json': { variable: variableBlocks(folder, variables) },
    'outputs.tf.json': { output: outputs },
    'providers.tf.json': providers(configuration),
    ...(test && { 'tests/inputs.tftest.json': test }),
  }
  return Object.fromEntries(
    Object.entries(documents).map(([name, document]) => {
      const file = `${folder}/${name}`
      return [file, serialise(file, banner(`${folder}.ts`), document)]
    }),
  )
}

function relativeSources(folder: string, modules: Record<string, { source: string }> = {}) {
  const relative = (source: string) => posix.relative(folder, source)
  return Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [name, { ...module, source: relative(module.source) }]),
  )
}

function providers({ folder, providers, root }: Configuration): object {
  const names = Object.keys(providers) as ProviderName[]
  const required = Object.fromEntries(names.map(name => [name, requiredProviders[name]]))
  // Bucket and region are not said here: each environment has its own.
  const backend = root && { s3: { key: stateKey(folder), encrypt: true, use_lockfile: true } }
  const terraform = { required_version: requiredVersion, required_providers: required, backend }
  return { terraform, provider: root && providers }
}

/** Every expression in a document, with its address. */
function* expressions(value: unknown, address: string[] = []): Generator<[string, Expression]> {
  if (value instanceof Expression) yield [address.join('.'), value]
  else if (typeof value === 'object' && value)
    for (const [key, part] of Object.entries(value)) yield* expressions(part, [...address, key])
}

/** Throws if an expression refers to what the root or module does not declare, or nothing refers to an input. */
function checkReferences({ folder, main, variables, outputs, providers }: Configuration): void {
  const { locals = {}, module = {}, resource = {}, data = {} } = main
  const twoLabels = (section: object, prefix: string) =>
    Object.entries<object>(section as never).flatMap(([type, named]) =>
      Object.keys(named).map(name => `${prefix}${type}.${name}`),
    )
  const declared = new Set([
    ...Object.keys(variables).map(name => `var.${name}`),
    ...Object.keys(locals).map(name => `local.${name}`),
    ...Object.keys(module).map(name => `module.${name}`),
    ...twoLabels(resource, ''),
    ...twoLabels(data, 'data.'),
  ])
  const used = new Set<string>()
  const sections = { ...main, output: outputs, provider: providers, variable: variables }
  for (const [address, { refersTo }] of expressions(sections))
    for (const target of refersTo) {
      const [, file = 'main'] = address.match(/^(variable|output|provider)\./) ?? []
      const path = `${folder}/${file === 'main' ? file : `${file}s`}.tf.json`
      if (!declared.has(target))
        throw new Error(
          `${path}: ${address}: there is no ${target} in ${folder}; declare and list it, or refer to another`,
        )
      // A rule of an input about itself is no use of it.
      if (!address.startsWith(`variable.${target.slice('var.'.length)}.`)) used.add(target)
    }
  const unused = Object.keys(variables).find(name => !used.has(`var.${name}`))
  if (unused)
    throw new Error(`${folder}/variables.tf.json: variable.${unused}: nothing refers to it; use it or leave it out`)
}
