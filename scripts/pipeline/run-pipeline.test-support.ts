import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { searchPath } from '../system/run.ts'

/** GitLab's variables: those of the project are for all jobs, those of an environment for its jobs only. */
export type Variables = { project: Record<string, string>; environments?: Record<string, Record<string, string>> }

type Settings = {
  /** A clone with .gitlab-ci.yml in it. */
  folder: string
  variables: Variables
  /** Without names, all jobs that start by themselves. */
  jobs?: string[]
  signal: AbortSignal
  onLine?: (line: string) => void
}

const gitlab = fileURLToPath(import.meta.resolve('gitlab-ci-local'))

/** Runs the pipeline of a clone, each job in a folder of its own. Resolves to the jobs that ran and all output. */
export async function runPipeline({ folder, variables, jobs = [], signal, onLine }: Settings) {
  signal.throwIfAborted()
  // A file keeps secrets off the command line.
  const file = join(folder, '.git', 'variables.json')
  writeFileSync(file, JSON.stringify(asVariablesFile(variables)), { mode: 0o600 })
  const output = join(folder, '.gitlab-ci-local', 'output')
  rmSync(output, { recursive: true, force: true })

  const given = `--ignore-predefined-vars=${Object.keys(variables.project)}`
  const places = [`--home=${folder}`, `--variables-file=${file}`]
  const options = ['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', '--concurrency=1']
  const child = spawn(process.execPath, [gitlab, ...places, ...options, '--no-color', given, ...jobs], {
    cwd: folder,
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${searchPath()}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  // An interrupt goes to its jobs too, so that they can clean up.
  const interrupt = () => child.pid && process.kill(-child.pid, 'SIGINT')
  signal.addEventListener('abort', interrupt)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', line => {
      said.push(line)
      onLine?.(line)
    })
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject).on('close', resolve)
  const code = await promise.finally(() => signal.removeEventListener('abort', interrupt))
  signal.throwIfAborted()
  const ran = existsSync(output) ? readdirSync(output).map(name => name.replace(/\.log$/, '')) : []
  return { passed: code === 0, ran: ran.sort(), said: said.join('\n') }
}

/** The type is stated because gitlab-ci-local would read a value that begins with a slash as the path of a file. */
function asVariablesFile({ project, environments = {} }: Variables) {
  const file: Record<string, { type: 'variable'; values: Record<string, string> }> = {}
  for (const [scope, variables] of Object.entries({ '*': project, ...environments }))
    for (const [name, value] of Object.entries(variables))
      file[name] = { type: 'variable', values: { ...file[name]?.values, [scope]: value } }
  return file
}
