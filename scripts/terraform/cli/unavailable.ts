import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terraform } from '../../system/terraform.ts'
import { requiredProviders } from '../core/required-providers.ts'

/** Why terraform cannot be run here with some of the providers, in one line; false when it can. */
export async function unavailable(...names: (keyof typeof requiredProviders)[]): Promise<string | false> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-providers-'))
  const required_providers = Object.fromEntries(names.map(name => [name, requiredProviders[name]]))
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }))
  const { code, stderr } = await terraform(folder, ['init'])
  rmSync(folder, { recursive: true })
  if (code === 0) return false
  return code === 127 ? 'terraform is not on PATH' : `terraform: ${stderr.replaceAll(/\s+/g, ' ').trim()}`
}
