import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { hasEnded } from '../../system/has-ended.ts'
import { type Command, searchPath } from '../../system/run.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { logFolder, pki } from '../cluster.ts'

/** A program of the cluster: how it starts in the node, and how to see that it works. */
export type Program = {
  name: string
  /** Texts of its configuration files, by path. */
  files?: Record<string, string>
  /** What has to be done just before it starts. */
  prepare?: () => Promise<unknown>
  command: Command
  /** Resolves when the program works. */
  check: () => Promise<unknown>
}

export const flags = (values: Record<string, string | number | boolean>) =>
  Object.entries(values).map(([flag, value]) => `--${flag}=${value}`)

/** The flags that give a program of Kubernetes its server certificate. */
export const serverCertificate = (name: string) => ({
  'tls-cert-file': pki(`${name}.crt`),
  'tls-private-key-file': pki(`${name}.key`),
})

/** Starts a program in the node, with its output in a log file, and waits until it works. Returns its process id. */
export async function start(program: Program, enter: Command, signal: AbortSignal): Promise<number> {
  const { name, files = {}, prepare, command, check } = program
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  await prepare?.()
  signal.throwIfAborted()
  const logFile = join(logFolder, `${name}.log`)
  const log = openSync(logFile, 'a')
  const [nsenter, ...words]: Command = [...enter, ...command]
  const env = { PATH: searchPath(), HOME: homedir() } // and no proxy: it talks to this machine only
  const outside = spawn(nsenter, words, { detached: true, stdio: ['ignore', log, log], env })
  outside.unref()

  try {
    await waitUntil(check, { seconds: 90, signal, giveUp: () => hasEnded(outside) })
    // nsenter has one child, which is the program.
    return Number.parseInt(readFileSync(`/proc/${outside.pid}/task/${outside.pid}/children`, 'utf8'), 10)
  } catch (error) {
    signal.throwIfAborted()
    const reason = hasEnded(outside) ? 'it ended' : (error as Error).message
    const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-8)
    throw new Error(`${name} does not work: ${reason}\n${lines.join('\n')}\nwhole log: ${logFile}`)
  }
}
