import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localState } from '../terraform/local-state.ts'
import type { Context } from './context.ts'

/** What is done once for a cluster, by its administrator: the bucket of the states, the namespace and svc-terraform. */
export async function prepare(context: Context): Promise<void> {
  const { administrator, tree } = context
  const override = join(tree, '..', localState.path)
  writeFileSync(override, localState.text)
  await context.terraform(administrator, 'state', 'init')
  await context.terraform(administrator, 'state', 'apply', '-auto-approve', ...context.stateInputs)
  rmSync(override)
  await context.terraform(administrator, 'state', 'init', '-migrate-state', '-force-copy', ...context.backendSettings)
  await context.terraform(administrator, 'access', 'apply', '-auto-approve')
}
