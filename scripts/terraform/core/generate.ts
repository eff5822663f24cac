import { posix } from 'node:path'
import { requiredProviders } from '../required-providers.ts'
import { banner } from './banner.ts'
import { checkReferences } from './check-references.ts'
import type { Configuration } from './configuration.ts'
import { serialise } from './serialise.ts'
import { stateKey } from './state-key.ts'
import { variableBlocks } from './variable-blocks.ts'

/** The files of a root or module: their text by their path under terraform/. */
export function generate(configuration: Configuration): Record<string, string> {
  const { folder, main, variables, outputs, tests = {} } = configuration
  const documents: Record<string, [source: string, document: object]> = {
    'main.tf.json': ['main.ts', { ...main, module: relativeSources(folder, main.module) }],
    'variables.tf.json': ['variables.ts', { variable: variableBlocks(folder, variables) }],
    'outputs.tf.json': ['outputs.ts', { output: outputs }],
    'providers.tf.json': ['index.ts', providers(configuration)],
    ...Object.fromEntries(
      Object.entries(tests).map(([name, test]) => [`tests/${name}.tftest.json`, ['tests.ts', test]]),
    ),
  }
  checkReferences(configuration)
  return Object.fromEntries(
    Object.entries(documents).map(([name, [source, document]]) => {
      const file = `${folder}/${name}`
      return [file, serialise(file, banner(`${folder}/${source}`), document)]
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
  const names = Object.keys(providers) as (keyof typeof providers)[]
  const required = Object.fromEntries(names.map(name => [name, requiredProviders[name]]))
  // Bucket and region are not said here: each environment has its own.
  const backend = root && { s3: { key: stateKey(folder), encrypt: true, use_lockfile: true } }
  const terraform = { required_version: '>= 1.11', required_providers: required, backend }
  return { terraform, provider: root && providers }
}
