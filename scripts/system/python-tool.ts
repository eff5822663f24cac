import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildOnce } from './cache.ts'
import { type Command, run } from './run.ts'

type Tool = {
  /** Name on PATH, and in the cache. */
  program: string
  version: string
  /** What pip installs, such as `moto[server]`. */
  package: string
  /** Module that runs it. */
  module: string
  /** Whether `--version` prints its version; if not, the one on PATH is taken as it is. */
  saysVersion: boolean
}

type Settings = { signal: AbortSignal; say?: (line: string) => void }

/** The command of a Python tool: the one on PATH if it says this version or none, else one that pip installs into the cache. */
export async function pythonTool(tool: Tool, { signal, say = () => {} }: Settings): Promise<Command> {
  const { program, version, module, saysVersion } = tool
  const { status, stdout } = spawnSync(program, [saysVersion ? '--version' : '--help'], { encoding: 'utf8' })
  if (status === 0 && (!saysVersion || stdout.trim() === version)) return [program]
  const python = (folder: string) => join(folder, 'bin', 'python3')
  const folder = await buildOnce(`${program}-${version}`, async folder => {
    say(`installs ${tool.package} ${version} into the cache; takes a minute`)
    await run(['python3', '-m', 'venv', folder], { signal })
    await run([python(folder), '-m', 'pip', 'install', '--quiet', `${tool.package}==${version}`], { signal })
  })
  return [python(folder), '-m', module] // pip's own script contains the path of the unfinished folder
}
