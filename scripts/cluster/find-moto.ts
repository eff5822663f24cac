import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildOnce } from './build-once.ts'
import { run } from './run.ts'

const version = '5.2.1'

/** The command that runs moto, which comes from the Python package index where it is not installed. */
export async function findMoto(signal: AbortSignal): Promise<[string, ...string[]]> {
  if (spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0) return ['moto_server']
  const folder = await buildOnce(`moto-${version}`, async folder => {
    await run(['python3', '-m', 'venv', folder], { signal })
    await run([join(folder, 'bin', 'python3'), '-m', 'pip', 'install', '--quiet', `moto[server]==${version}`], {
      signal,
    })
  })
  return [join(folder, 'bin', 'python3'), '-m', 'moto.server'] // its own script has the path where it was installed
}
