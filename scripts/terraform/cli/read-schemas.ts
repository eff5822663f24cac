import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terraform } from '../../system/terraform.ts'
import type { ProviderSchema } from '../../types/provider-schema.ts'

const registry = 'registry.terraform.io/'

/** Asks Terraform for the schemas of providers, each a source and its version constraint; throws what terraform says where it cannot. */
export async function readSchemas(required: Record<string, { source: string; version: string }>) {
  // A folder of its own, without a backend: terraform wants a backend initialised before it shows schemas.
  const folder = mkdtempSync(join(tmpdir(), 'terraform-schemas-'))
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: required } }))
    await run(folder, ['init', '-backend=false'])
    const schemas = JSON.parse(await run(folder, ['providers', 'schema', '-json'])).provider_schemas
    return Object.fromEntries(
      Object.entries(required).map(([name, { source }]) => [name, schemas[registry + source] as ProviderSchema]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function run(folder: string, args: string[]): Promise<string> {
  const { code, stdout, stderr } = await terraform(folder, args)
  if (code !== 0) throw new Error(stderr.trim())
  return stdout
}
