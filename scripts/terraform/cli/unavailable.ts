import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terraform } from '../../system/terraform.ts'
import { type ProviderName, requiredProviders } from '../core/required-providers.ts'

/** Installs providers into a folder. Returns the reason if terraform cannot, in one line, else false. */
export async function installProviders(folder: string, names: ProviderName[]): Promise<string | false> {
  const required_providers = Object.fromEntries(names.map(name => [name, requiredProviders[name]]))
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }))
  const { code, stderr } = await terraform(folder, ['init'])
  if (code === 0) return false
  return code === 127 ? 'terraform is not on PATH' : `terraform: ${stderr.replaceAll(/\s+/g, ' ').trim()}`
}

/** Why terraform cannot be run here with some of the providers, in one line; false when it can. */
export async function unavailable(...names: ProviderName[]): Promise<string | false> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-providers-'))
  const reason = await installProviders(folder, names)
  rmSync(folder, { recursive: true })
  return reason
}
