import { type SpawnOptions, spawn } from 'node:child_process'

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]]

type Options = {
  signal?: AbortSignal | undefined
  /** Folder to run in. */
  folder?: string | undefined
  env?: NodeJS.ProcessEnv
  /** Text for its standard input. */
  input?: string
  /** Called with each line of its standard error. */
  onLine?: (line: string) => void
  /** Whether its output goes to our standard error, for long work that a person watches; else it is captured. */
  show?: boolean
}

/** Root's PATH after `su` lacks the last two folders, which hold most system programs. */
export const searchPath = (path = process.env.PATH) => `${path}:/usr/sbin:/sbin`

/**
 * Runs a command to its end and resolves to its standard output. Rejects when it cannot start, fails, or is aborted;
 * the message has the last lines of its standard error.
 */
export function run([program, ...args]: Command, options: Options = {}): Promise<string> {
  const { signal, folder, env = process.env, input, onLine, show = false } = options
  return new Promise((resolve, reject) => {
    const stdio: SpawnOptions['stdio'] = show ? ['ignore', 2, 2] : 'pipe'
    const child = spawn(program, args, { cwd: folder, signal, stdio, env: { ...env, PATH: searchPath(env.PATH) } })
    let [output, errors] = ['', '']
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      output += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', chunk => {
      errors = (errors + chunk).slice(-4000)
      for (const line of chunk.split('\n')) if (line) onLine?.(line)
    })
    child.stdin?.on('error', () => {}) // It ended before it had read everything: its exit code says why.
    child.stdin?.end(input)
    let failure: Error | undefined
    child.on('error', (error: NodeJS.ErrnoException) => {
      failure = error.code === 'ENOENT' ? new Error(`${program} is not installed here`) : error
    })
    child.on('close', (code, killedBy) => {
      if (code === 0) return resolve(output)
      const lastLines = errors.trim().split('\n').slice(-5).join('\n')
      const command = show ? `${program} ${args[0]}` : [program, ...args].join(' ')
      reject(failure ?? new Error(`"${command}" failed (${killedBy ?? `exit code ${code}`})\n${lastLines}`.trim()))
    })
  })
}
