import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { run } from '../system/run.ts'

const top = join(import.meta.dirname, '../..')
const tap = createRequire(import.meta.url)
  .resolve('tap/package.json')
  .replace('package.json', 'dist/esm/run.mjs')

type Settings = { env?: Record<string, string>; options?: string[]; signal: AbortSignal }

/**
 * Runs scripts/NAME/suite.ts by tap and writes dist/NAME.xml (JUnit). An interrupt reaches the suite once, which then cleans
 * up. Resolves to the exit code: 0 passed, 1 failed, 130 interrupted.
 */
export async function runSuite(name: string, { env, options = [], signal }: Settings): Promise<number> {
  const suite = `scripts/${name}/suite.ts`
  mkdirSync(join(top, 'dist'), { recursive: true })
  await run([process.execPath, tap, 'build'], { folder: top, signal }) // or tap fails in a fresh clone
  const start = (words: string[]) =>
    // In a process group of its own: from the terminal it would get each Ctrl-C twice, and the second would kill it.
    spawn(process.execPath, [tap, ...words, '--disable-coverage', suite], {
      cwd: top,
      stdio: 'inherit',
      detached: true,
      env: { ...process.env, ...env },
    })
  const suiteRun = start(['run', '--reporter=tap', ...options])
  const interrupt = () => process.kill(-(suiteRun.pid as number), 'SIGINT')
  signal.addEventListener('abort', interrupt)
  const code = await exitCode(suiteRun)
  signal.removeEventListener('abort', interrupt)
  await exitCode(start(['replay', '--reporter=junit', `--reporter-file=dist/${name}.xml`]))
  return signal.aborted ? 130 : code === 0 ? 0 : 1
}

const exitCode = async (child: ChildProcess): Promise<number | null> => (await once(child, 'close'))[0]
