import { spawn } from 'node:child_process'

export type Command = [program: string, ...rest: string[]]

/** Runs a command, its output on stderr; resolves when it has ended well, rejects once it has ended in any other way. */
export function run([program, ...rest]: Command, { signal, quiet }: { signal?: AbortSignal; quiet?: boolean } = {}) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', quiet ? 'ignore' : 2, 2], signal })
    let failure: Error | undefined
    child.on('error', (error: NodeJS.ErrnoException) => {
      failure = error.code === 'ENOENT' ? new Error(`${program} is not installed here`) : error
    })
    child.on('close', (code, killedBy) => {
      if (code === 0) return resolve()
      reject(failure ?? new Error(`"${program} ${rest[0]}" failed (${killedBy ?? `exit code ${code}`})`))
    })
  })
}
