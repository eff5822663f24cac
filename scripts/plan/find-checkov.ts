import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildOnce } from '../cluster/build-once.ts'
import { run } from '../cluster/run.ts'

/** The version whose policies plans are held to; the image of the runner has the same. */
export const version = '3.3.30'

type Say = (line: string) => void

/** The command that runs checkov, which comes from the Python package index where this version is not installed. */
export async function findCheckov(signal: AbortSignal, say: Say): Promise<[string, ...string[]]> {
  const { stdout } = spawnSync('checkov', ['--version'], { encoding: 'utf8' })
  if (stdout?.trim() === version) return ['checkov']
  const folder = await buildOnce(`checkov-${version}`, async folder => {
    say(`installs checkov ${version} in the cache; takes a minute`)
    await run(['python3', '-m', 'venv', folder], { signal })
    const pip: [string, ...string[]] = [join(folder, 'bin', 'python3'), '-m', 'pip', 'install', '--quiet']
    await run([...pip, `checkov==${version}`], { signal })
  })
  return [join(folder, 'bin', 'python3'), '-m', 'checkov.main'] // its own script has the path where it was installed
}
