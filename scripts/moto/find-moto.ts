import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const version = '5.2.1'

/** Finds moto, the AWS of the tests, or installs it with Python into the cache folder; returns its path or why there is none. */
export function findMoto(): { path: string } | { reason: string } {
  // Being on PATH is not enough: a version manager leaves programs there that do not start.
  if (run('moto_server', '--help').status === 0) return { path: 'moto_server' }
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'mirror-service', `moto-${version}`)
  const path = join(folder, 'bin', 'moto_server')
  if (existsSync(path)) return { path }
  if (run('python3', '--version').status !== 0)
    return { reason: 'neither moto_server nor Python, which would install it, is on PATH' }

  process.stderr.write(`installing moto ${version} with Python into ${folder}, once; this takes about a minute\n`)
  for (const [program, ...words] of [
    ['python3', '-m', 'venv', folder],
    [join(folder, 'bin', 'pip'), 'install', '--quiet', `moto[server]==${version}`],
  ] as [string, ...string[]][]) {
    const { status, stderr } = run(program, ...words)
    if (status !== 0) return { reason: `moto cannot be installed: ${stderr?.trim().split('\n').at(-1)}` }
  }
  return { path }
}

function run(program: string, ...words: string[]) {
  return spawnSync(program, words, { encoding: 'utf8' })
}
