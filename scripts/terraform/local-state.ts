import { serialise } from './core/serialise.ts'
import { banner } from './core/stored-files.ts'

/** The file that keeps the state of the root state on disk, while its bucket is not there yet or about to go. Git ignores it. */
export const localState = {
  path: 'terraform/state/backend_override.tf.json',
  text: serialise('terraform/state/backend_override.tf.json', banner('local-state.ts'), {
    terraform: { backend: { local: {} } },
  }),
}
