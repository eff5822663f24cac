import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { cacheFolder } from './cache.ts'
import { cliConfiguration, findMirrors } from './provider-mirrors.ts'

/** What is run as Terraform: by the variable TERRAFORM, such as `tofu` for OpenTofu. */
export const program = process.env.TERRAFORM || 'terraform'

const isOpenTofu = basename(program) === 'tofu'

/** Where providers come from if their source names no registry. */
export const registry = isOpenTofu ? 'registry.opentofu.org' : 'registry.terraform.io'

/** How terraform ended; 127 where it is not on PATH. */
export type Outcome = { code: number; stdout: string; stderr: string }

type Options = {
  env?: Record<string, string>
  signal?: AbortSignal
  /** Text for its standard input. */
  input?: string
  /** Which of its output goes to our standard error too, as it comes. */
  show?: 'all' | 'errors'
}

/** The oldest version of Terraform that will do. */
export const oldestTerraform = '1.11'

// 1.11.0 takes no data source in for_each of an import (opentofu#3563).
const oldest = isOpenTofu ? '1.11.1' : oldestTerraform

const installTerraform = `install ${isOpenTofu ? 'OpenTofu' : 'Terraform'} ${oldest} or newer`

/**
 * Starts terraform in a folder. Providers come from this machine's mirrors, if it has any and the user has not
 * configured Terraform. Ctrl-C at the terminal does not reach it: a second one, such as npm's, would kill it before it
 * wrote its state.
 */
export function startTerraform(folder: string, args: string[], env: Record<string, string> = {}) {
  const settings = { TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', TF_CLI_CONFIG_FILE: configurationFile() }
  const options = { cwd: folder, env: { ...process.env, ...settings, ...env }, detached: true }
  return spawn(program, args, options) as ChildProcessWithoutNullStreams
}

/** Runs terraform to its end. Passes an interrupt on once: it writes its state and releases its lock. Then rejects. */
export async function terraform(folder: string, args: string[], options: Options = {}): Promise<Outcome> {
  const { env, signal, input, show } = options
  signal?.throwIfAborted()
  const child = startTerraform(folder, args, env)
  const interrupt = () => child.kill('SIGINT')
  signal?.addEventListener('abort', interrupt)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', text => {
      output[name] += text
      if (show === 'all' || (show && name === 'stderr')) process.stderr.write(text)
    })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const outcome = await new Promise<Outcome>(resolve => {
    child.on('error', () =>
      resolve({ code: 127, stdout: '', stderr: `${program} is not on PATH; ${installTerraform}` }),
    )
    child.on('close', code => resolve({ code: code ?? 1, ...output }))
  })
  signal?.removeEventListener('abort', interrupt)
  signal?.throwIfAborted()
  return outcome
}

/** The file beside a root in which Terraform keeps the versions and checksums of its providers. */
export const lockFile = '.terraform.lock.hcl'

/** A lock file that pins the versions, and takes any build of them. */
export const withoutChecksums = (lock: string) => lock.replaceAll(/^ +hashes = \[\n[^\]]*\]\n/gm, '')

/** The lock file of the root that uses every provider. */
export const fullLock = join(import.meta.dirname, '../../terraform/app', lockFile)

type Providers = Record<string, { source: string; version: string }>

/**
 * Installs providers into a folder, in the versions that are locked, or with `upgrade` in the newest ones. Resolves to what
 * is wrong, in one line; undefined if they are installed.
 */
export async function installProviders(
  folder: string,
  required_providers: Providers,
  { upgrade, signal }: { upgrade?: boolean; signal?: AbortSignal } = {},
) {
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }))
  if (!upgrade) writeFileSync(join(folder, lockFile), withoutChecksums(readFileSync(fullLock, 'utf8')))
  const { code, stderr } = await terraform(folder, ['init'], { signal })
  return code === 0 ? undefined : stderr.replaceAll(/\s+/g, ' ').trim()
}

/** What keeps terraform from running here with these providers, and what to do; undefined if nothing does. */
export async function terraformProblem(providers?: Providers): Promise<string | undefined> {
  const { code, stdout, stderr } = await terraform(tmpdir(), ['version', '-json'])
  if (code !== 0) return stderr
  const { terraform_version: version }: { terraform_version: string } = JSON.parse(stdout)
  if (version.localeCompare(oldest, undefined, { numeric: true }) < 0)
    return `${program} ${version} is too old; ${installTerraform}`
  if (!providers) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'terraform-providers-'))
  const problem = await installProviders(folder, providers)
  rmSync(folder, { recursive: true })
  return problem
}

/** The user's own CLI configuration if there is one, else one written for this machine's mirrors. */
export function configurationFile(given = process.env.TF_CLI_CONFIG_FILE, mirrors = findMirrors(registry)): string {
  const name = isOpenTofu ? 'tofurc' : 'terraformrc'
  for (const own of [given, join(homedir(), `.${name}`), join(homedir(), '.terraformrc')])
    if (own && existsSync(own)) return own
  mkdirSync(cacheFolder, { recursive: true })
  const file = join(cacheFolder, name)
  const text = cliConfiguration(mirrors)
  // Other processes may be reading it: it is written only when it differs, and replaced in one step.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
