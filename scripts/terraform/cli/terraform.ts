import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { configurationText } from './configuration-text.ts'
import { findMirrors } from './find-mirrors.ts'

export type Outcome = { code: number; stdout: string; stderr: string }
type Options = { env?: Record<string, string>; command?: string; detached?: boolean }

/** Starts terraform in a folder; detached, it gets no Ctrl-C from the terminal, where a second one would kill it. Providers come from a mirror of this machine where there is one, unless the user configured Terraform. */
export function startTerraform(folder: string, args: string[], options: Options = {}) {
  const { env = {}, command = 'terraform', detached } = options
  const settings = { TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', TF_CLI_CONFIG_FILE: configurationFile() }
  return spawn(command, args, { cwd: folder, env: { ...process.env, ...settings, ...env }, detached })
}

/** Runs terraform to its end. */
export function terraform(folder: string, args: string[], options?: Options): Promise<Outcome> {
  const child = startTerraform(folder, args, options)
  child.stdin.end()
  const read = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', text => {
      read[name] += text
    })
  return new Promise(resolve => {
    child.on('error', ({ message }) => resolve({ code: 127, stdout: '', stderr: message }))
    child.on('close', code => resolve({ code: code ?? 1, ...read }))
  })
}

/** The user's own configuration if there is one, else one written for this machine's mirrors. */
export function configurationFile(given = process.env.TF_CLI_CONFIG_FILE, mirrors = findMirrors()): string {
  for (const own of [given, join(homedir(), '.terraformrc')]) if (own && existsSync(own)) return own
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mirror-service')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'terraformrc')
  const text = configurationText(mirrors)
  // Others may be reading it: it is written when it differs, and then at once.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
