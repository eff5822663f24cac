import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce, cacheFolder } from '../system/cache.ts'
import { say } from '../system/command.ts'
import { run } from '../system/run.ts'

const folder = import.meta.dirname
const requirements = join(folder, 'peers/requirements.txt')
const wanted = readFileSync(requirements, 'utf8')
const pythonName = `bench-python-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`

/** Python with Flask. */
export const python = join(cacheFolder, pythonName, 'bin/python3')

/** Installs the peers where they are not yet: those of npm here, those of pip into the cache. */
export async function install(signal: AbortSignal): Promise<void> {
  const [lock, installed] = [join(folder, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json')]
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    say('installs the peers with npm, once')
    await run(['npm', 'ci', '--ignore-scripts'], { folder, signal })
  }
  await buildOnce(pythonName, async folder => {
    say('installs Flask with pip into the cache, once')
    await run(['python3', '-m', 'venv', folder], { signal })
    await run([join(folder, 'bin/python3'), '-m', 'pip', 'install', '--quiet', '-r', requirements], { signal })
  })
}

/** Versions of Node and of all peers, by name. */
export function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const pip = wanted.matchAll(/^(\w+)==(.+)$/gm).map(([, name, version]) => [name, version])
  return { node: process.versions.node, ...dependencies, ...Object.fromEntries(pip) }
}
