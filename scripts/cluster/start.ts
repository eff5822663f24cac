import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { searchPath } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { logFolder } from './places.ts'
import { childOf } from './processes.ts'
import type { Program } from './programs/program.ts'

/** Starts a program in the node, its output in a log file, and waits until it works; resolves to its process id. */
export async function start(
  { name, files = {}, prepare, command, check }: Program,
  enter: string[],
  signal: AbortSignal,
) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  await prepare?.()
  signal.throwIfAborted()
  const logFile = join(logFolder, `${name}.log`)
  const log = openSync(logFile, 'a')
  const [nsenter = '', ...words] = [...enter, ...command]
  const env = { PATH: searchPath, HOME: homedir() } // and no proxy: all that they talk to is here
  const outside = spawn(nsenter, words, { detached: true, stdio: ['ignore', log, log], env })
  outside.unref()

  const isHopeless = () => outside.exitCode !== null || outside.signalCode !== null
  try {
    await waitUntil(check, { seconds: 90, signal, isHopeless })
    return childOf(outside.pid as number)
  } catch (error) {
    signal.throwIfAborted()
    const reason = isHopeless() ? 'it ended' : (error as Error).message
    const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-8)
    throw new Error(`${name} does not work: ${reason}\n${lines.join('\n')}\nall of its log: ${logFile}`)
  }
}
