import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { configurationText } from './configuration-text.ts'
import { findMirrors } from './find-mirrors.ts'

export type Outcome = { code: number; stdout: string; stderr: string }
type Options = { env?: Record<string, string>; command?: string }

/** Runs terraform in a folder and says how it ended. Providers come from a mirror of this machine where there is one, unless the user configured Terraform. */
export function terraform(
  folder: string,
  args: string[],
  { env = {}, command = 'terraform' }: Options = {},
): Promise<Outcome> {
  const settings = { TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', TF_CLI_CONFIG_FILE: configurationFile(), ...env }
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', text => (read[name] += text))
  return new Promise(resolve => {
    child.on('error', ({ message }) => resolve({ code: 127, stdout: '', stderr: message }))
    child.on('close', code => resolve({ code: code ?? 1, ...read }))
  })
}

/** The user's own configuration if there is one, else one written for this machine's mirrors. */
export function configurationFile(given = process.env.TF_CLI_CONFIG_FILE, mirrors = findMirrors()): string {
  if (given && existsSync(given)) return given
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mirror-service')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'terraformrc')
  writeFileSync(file, configurationText(mirrors))
  return file
}
