// Writes the types of the Terraform providers, the lock files of the roots, and then terraform/.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildOnce } from './system/cache.ts'
import { command, print, say } from './system/command.ts'
import { run } from './system/run.ts'
import { fullLock, installProviders, lockFile, registry, terraform, withoutChecksums } from './system/terraform.ts'
import { writeFiles } from './system/write-files.ts'
import { requiredProviders } from './terraform/core/required-providers.ts'
import { lockFiles, mergeLocks } from './terraform/lock-files.ts'
import { pendingChanges } from './terraform/pending-changes.ts'
import { bindings, readArguments } from './terraform/types/bindings.ts'
import { inUse } from './terraform/types/in-use.ts'
import type { ProviderSchema } from './terraform/types/provider-schema.ts'
import { printEntries, typeFiles } from './terraform/types/type-files.ts'

const help = `npm run types [-- --upgrade | --offline]

Asks the providers for their schemas, and the published bindings of aws 6.x for its arguments; writes
scripts/terraform/core/schemas/ and the lock files of the roots; then does npm run terraform.
To use another type of resource: add it to scripts/terraform/types/in-use.ts and run this.
  --upgrade  takes the newest providers that scripts/terraform/core/required-providers.ts admits, not those that are locked
  --offline  asks nobody, but writes the types again from the schemas committed here
  --help     prints this`

const tree = join(import.meta.dirname, '..')

await command('types', {
  help,
  options: { upgrade: { type: 'boolean', default: false }, offline: { type: 'boolean', default: false } },
  async run({ values: { upgrade, offline } }, signal) {
    const written = offline ? await typeFiles({}) : await askProviders(upgrade, signal)
    const lines = [...writeFiles(tree, written), ...writeFiles(tree, pendingChanges(tree))]
    print(lines.join('\n') || 'all is up to date')
  },
})

/** The files that hold what the providers say of themselves. Throws what Terraform says where it cannot be asked. */
async function askProviders(upgrade: boolean, signal: AbortSignal): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-schemas-'))
  try {
    const problem = await installProviders(folder, requiredProviders, { upgrade, signal })
    if (problem)
      throw new Error(
        `${problem}\nIf required-providers.ts has changed: npm run types -- --upgrade. If terraform or its registry cannot be reached here: npm run types -- --offline`,
      )
    const { code, stdout, stderr } = await terraform(folder, ['providers', 'schema', '-json'], { signal })
    if (code !== 0) throw new Error(stderr.trim())
    const all = JSON.parse(stdout).provider_schemas
    const schemas = Object.fromEntries(
      Object.entries(requiredProviders).map(([name, { source }]): [string, ProviderSchema] => [
        name,
        all[`${registry}/${source}`],
      ]),
    )
    return { ...(await typeFiles(schemas)), ...(await argumentsFile(signal)), ...lockFiles(await lock(folder, signal)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The arguments of aws 6.x, as its published bindings have them. The provider itself is not asked. */
async function argumentsFile(signal: AbortSignal): Promise<Record<string, string>> {
  const folder = await buildOnce(bindings.replaceAll(/[@/]+/g, '-'), async folder => {
    const archive = (await run(['npm', 'pack', '--silent', bindings], { folder, signal })).trim()
    await run(['tar', '-xzf', archive, 'package/.jsii', 'package/package.json'], { folder, signal })
    rmSync(join(folder, archive))
  })
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'package', name), 'utf8'))
  const { version } = read('package.json').cdktn.provider
  const made = { version, bindings, ...readArguments(read('.jsii').types, inUse.aws) }
  return { 'scripts/terraform/core/schemas/aws-6.json': `${printEntries(made, 2)}\n` }
}

/** A lock file with the providers installed in a folder, and their checksums for all platforms as far as published. */
async function lock(folder: string, signal: AbortSignal): Promise<string> {
  const file = join(folder, lockFile)
  // Terraform noted the checksums of what is here, which may have been built here.
  const installed = withoutChecksums(readFileSync(file, 'utf8'))
  const known = mergeLocks(installed, readFileSync(fullLock, 'utf8'))
  if (known.lacking.length === 0) return known.lock
  writeFileSync(file, known.lock)
  const platforms = ['linux_amd64', 'linux_arm64', 'darwin_arm64'].map(platform => `-platform=${platform}`)
  const { code } = await terraform(folder, ['providers', 'lock', ...platforms], { signal })
  if (code === 0) return readFileSync(file, 'utf8')
  say(`no checksums could be had, so only the version is locked: ${known.lacking.join(', ')}`)
  return known.lock
}
