import { spawn } from 'node:child_process'
import { searchPath } from './places.ts'

export type Options = { signal?: AbortSignal; folder?: string; input?: string; onLine?: (line: string) => void }

/** Runs a command to its end and resolves to what it wrote; where it fails, the error has its last words. */
export function run([program, ...rest]: [string, ...string[]], { signal, folder, input, onLine }: Options = {}) {
  return new Promise<string>((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: folder,
      signal,
      stdio: 'pipe',
      env: { ...process.env, PATH: searchPath },
    })
    let [output, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', chunk => {
      output += chunk
    })
    child.stderr.setEncoding('utf8').on('data', chunk => {
      errors = (errors + chunk).slice(-4000)
      for (const line of chunk.split('\n')) if (line) onLine?.(line)
    })
    child.stdin.on('error', () => {}) // it ended before it had read all: its exit code tells
    child.stdin.end(input)
    let failure: Error | undefined
    child.on('error', (error: NodeJS.ErrnoException) => {
      failure = error.code === 'ENOENT' ? new Error(`${program} is not installed here`) : error
    })
    child.on('close', (code, killedBy) => {
      if (code === 0) return resolve(output)
      const words = errors.trim().split('\n').slice(-5).join('\n')
      reject(failure ?? new Error(`"${[program, ...rest].join(' ')}" failed (${killedBy ?? code})\n${words}`))
    })
  })
}
