import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../system/run.ts'

const top = join(import.meta.dirname, '../..')

type Settings = { env: Record<string, string>; signal: AbortSignal }

/**
 * Runs scripts/NAME/suite.e2e.test.ts, prints its TAP, and writes dist/NAME.xml (JUnit). An interrupt reaches the suite once, which
 * then cleans up. Resolves to the exit code: 0 passed, 1 failed, 130 interrupted.
 */
export async function runSuite(name: string, { env, signal }: Settings): Promise<number> {
  const suite = `scripts/${name}/suite.e2e.test.ts`
  // Where tap stores what it runs. It does not run this itself: the programs that proofs start would get its loaders.
  const results = join(top, '.tap/test-results', `${suite}.tap`)
  for (const folder of [dirname(results), join(top, 'dist')]) mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, [suite], {
    cwd: top,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // or it would get a Ctrl-C from the terminal too
    env: { ...process.env, ...env },
  })
  child.stdout.pipe(process.stdout)
  child.stdout.pipe(createWriteStream(results))
  const interrupt = () => child.kill('SIGINT')
  signal.addEventListener('abort', interrupt)
  const [code] = await once(child, 'close')
  signal.removeEventListener('abort', interrupt)

  const report = ['--reporter=junit', `--reporter-file=dist/${name}.xml`, '--disable-coverage', suite]
  await run(['npx', 'tap', 'replay', ...report], { folder: top }).catch(() => {}) // it fails if a proof has
  return signal.aborted ? 130 : code === 0 ? 0 : 1
}
