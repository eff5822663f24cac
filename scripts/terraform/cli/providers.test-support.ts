import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { startMoto } from '../../system/moto.test-support.ts'
import { findMoto } from '../../system/moto.ts'
import { terraform } from '../../system/terraform.ts'
import { type ProviderName, requiredProviders } from '../core/required-providers.ts'

type Env = Record<string, string>

/** Installs providers as `terraform init` does. Returns their programs, or the reason why they cannot be had here. */
export async function findProviders(
  t: Test,
  ...names: ProviderName[]
): Promise<{ programs: string[] } | { reason: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-providers-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const required_providers = Object.fromEntries(names.map(name => [name, requiredProviders[name]]))
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }))
  const { code, stderr } = await terraform(folder, ['init'])
  if (code === 127) return { reason: 'terraform is not on PATH' }
  if (code !== 0) return { reason: `terraform: ${stderr.replaceAll(/\s+/g, ' ').trim()}` }
  const installed = join(folder, '.terraform/providers/registry.terraform.io')
  return {
    programs: names.flatMap(name =>
      globSync(join(installed, requiredProviders[name].source, '*/*/terraform-provider-*')),
    ),
  }
}

/**
 * Starts each provider once for all terraform runs of a test. Returns the environment in which terraform uses them: init
 * then has nothing to install, and a run does not wait for a program of 700 MB. The providers read AWS_* and KUBE_* from
 * `env`. Each run configures them anew, so runs that overlap must use the same configuration.
 */
export async function startProviders(t: Test, programs: string[], env: Env = {}): Promise<Env> {
  const attached = await Promise.all(
    programs.map(async program => {
      const provider = spawn(program, ['-debug'], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      t.teardown(async () => provider.kill('SIGKILL') && (await once(provider, 'exit')))
      for await (const line of createInterface({ input: provider.stdout })) {
        const [, address] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? []
        if (address) return JSON.parse(address)
      }
      throw new Error(`${program} -debug did not print its address`)
    }),
  )
  // Most of what is left to do for terraform is to read schemas; with fewer garbage collections it takes a third less.
  return { ...env, GOGC: '400', TF_REATTACH_PROVIDERS: JSON.stringify(Object.assign({}, ...attached)) }
}

/**
 * Starts moto, and providers that use it as AWS. Returns the environment for terraform, or in `skip` the reason why it
 * cannot be had here.
 */
export async function startAws(t: Test, names: ProviderName[], env: Env = {}) {
  const found = await findProviders(t, ...names)
  if ('reason' in found) return { skip: found.reason, env, programs: [] }
  const moto = await findMoto(AbortSignal.timeout(200_000)).catch(String)
  if (typeof moto === 'string') return { skip: moto, env, programs: [] }
  const { environment, stop } = await startMoto(moto)
  t.teardown(stop)
  const { programs } = found
  return { skip: false as const, programs, env: await startProviders(t, programs, { ...environment, ...env }) }
}
