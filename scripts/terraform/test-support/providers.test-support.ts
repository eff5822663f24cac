import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { startMoto } from '../../system/moto.test-support.ts'
import { findMoto } from '../../system/moto.ts'
import { installProviders, registry } from '../../system/terraform.ts'
import { type ProviderName, requiredProviders } from '../core/required-providers.ts'

type Env = Record<string, string>

/** Installs providers as `terraform init` does. Returns their programs, or the reason why they cannot be had here. */
async function findProviders(t: Test, names: ProviderName[]): Promise<{ reason: string } | { programs: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-providers-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const reason = await installProviders(folder, Object.fromEntries(names.map(name => [name, requiredProviders[name]])))
  if (reason) return { reason }
  const installed = join(folder, '.terraform/providers', registry)
  const program = (name: ProviderName) =>
    globSync(join(installed, requiredProviders[name].source, '*/*/terraform-provider-*'))
  return { programs: names.flatMap(program) }
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
      const kill = () => provider.kill('SIGKILL')
      process.once('exit', kill)
      t.teardown(async () => process.off('exit', kill) && kill() && (await once(provider, 'exit')))
      for await (const line of createInterface({ input: provider.stdout })) {
        const [, address] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? []
        // It names Terraform's registry, whatever starts it.
        if (address) return JSON.parse(address.replace('registry.terraform.io', registry))
      }
      throw new Error(`${program} -debug did not print its address`)
    }),
  )
  // Most of what is left to do for terraform is to read schemas; with fewer garbage collections it takes a third less.
  return { ...env, GOGC: '400', TF_REATTACH_PROVIDERS: JSON.stringify(Object.assign({}, ...attached)) }
}

/** Starts providers for a test. Returns the environment for terraform, or in `skip` the reason why they cannot be had. */
export async function openProviders(t: Test, ...names: ProviderName[]) {
  const found = await findProviders(t, names)
  if ('reason' in found) return { skip: found.reason, env: {} }
  return { skip: false as const, env: await startProviders(t, found.programs) }
}

/** The same with moto, which the providers then use as AWS. Returns their programs too, for startProviders. */
export async function openAws(t: Test, names: ProviderName[], env: Env = {}) {
  const found = await findProviders(t, names)
  if ('reason' in found) return { skip: found.reason, env, programs: [] }
  const moto = await findMoto(AbortSignal.timeout(200_000)).catch(String)
  if (typeof moto === 'string') return { skip: moto, env, programs: [] }
  const { environment, stop } = await startMoto(moto)
  t.teardown(stop)
  const { programs } = found
  return { skip: false as const, programs, env: await startProviders(t, programs, { ...environment, ...env }) }
}
