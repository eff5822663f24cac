import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientPhases } from './soak/client-phases.ts'
import { diskPhases } from './soak/disk-phases.ts'
import { prove } from './soak/mutations.ts'
import { processPhases } from './soak/process-phases.ts'
import { type Phase, type Result, runPhase } from './soak/run-phase.ts'
import { s3Phases } from './soak/s3-phases.ts'
import { startS3 } from './soak/storage.ts'
import { command, print, say, WrongUse } from './system/command.ts'
import { run } from './system/run.ts'
import { findVersitygw } from './system/versitygw.ts'

const phases: readonly Phase[] = [...s3Phases, ...diskPhases, ...clientPhases, ...processPhases]

await command('soak', {
  help: `npm run soak -- [OPTIONS]

Runs the bundled service under traffic while something fails: S3, the disk, clients, the process itself. After each
phase it checks that nothing is lost and that the service is as it was before. Needs Linux. S3 is a real server.

  --minutes N   about how long it takes (2); more minutes repeat faults more often, fully at 30
  --seed N      repeats the random choices of an earlier run (random)
  --only TEXT   runs only phases whose name contains it
  --prove       breaks the service in many ways and checks that a phase finds each; takes about four minutes
  --help        prints this

Writes dist/soak.json. Exit codes: 0 nothing is lost, 1 something is, 2 wrong options, 130 interrupted.
`,
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    prove: { type: 'boolean', default: false },
  },
  async run({ values }, signal) {
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)]
    if (!(minutes > 0)) throw new WrongUse(`--minutes takes a number, not "${values.minutes}"`)
    if (!Number.isInteger(seed)) throw new WrongUse(`--seed takes a whole number, not "${values.seed}"`)
    const chosen = phases.filter(({ name }) => name.includes(values.only))
    if (chosen.length === 0) throw new WrongUse(`no phase contains "${values.only}"`)
    if (process.platform !== 'linux') throw new Error('it reads /proc and needs Linux')
    const root = join(import.meta.dirname, '..')
    const found = await findVersitygw()
    const s3 = 'path' in found ? await startS3(found.path) : found
    // Half of the time is for what has counts instead: starts, signals, requests.
    const seconds = Math.max(1, ((minutes * 60) / phases.length - 2.5) / 2)
    const settings = { s3, seed, minutes, seconds }
    try {
      if (values.prove) {
        const { found, missed, skipped } = await prove(root, chosen, settings, print)
        print(counts(found, missed, skipped))
        return missed > 0 ? 1 : 0
      }
      await run(['npm', 'run', 'bundle'], { folder: root, signal })
      say(`seed ${seed}, ${chosen.length} phases`)
      const results: Result[] = []
      for (const phase of chosen) {
        signal.throwIfAborted()
        const result = await runPhase(phase, { ...settings, bundle: join(root, 'dist/server.mjs') })
        results.push(result)
        print(line(result))
      }
      mkdirSync(join(root, 'dist'), { recursive: true })
      writeFileSync(join(root, 'dist/soak.json'), JSON.stringify({ seed, minutes, results }, null, 2))
      const skipped = results.filter(({ skipped }) => skipped).length
      const failed = results.filter(({ losses }) => losses.length > 0).length
      if (failed > 0) print(`repeat it with: npm run soak -- --seed ${seed} --minutes ${minutes}`)
      print(counts(results.length - failed - skipped, failed, skipped))
      return failed > 0 ? 1 : 0
    } finally {
      if ('stop' in s3) await s3.stop()
    }
  },
})

/** The last line, in the form of tap's. */
function counts(pass: number, fail: number, skip: number): string {
  return `# { total: ${pass + fail + skip}, pass: ${pass}, fail: ${fail}, skip: ${skip} }`
}

/** A phase in the table: its outcome, name and time, its counts, and what was lost. */
function line({ name, seconds, skipped, losses, figures }: Result): string {
  const outcome = skipped ? 'skip' : losses.length > 0 ? 'FAIL' : 'ok'
  const counts = Object.entries(figures).map(([what, count]) => `${what} ${count}`)
  const more = losses.length > 8 ? [`and ${losses.length - 8} more`] : []
  const lost = [...losses.slice(0, 8), ...more].map(loss => `\n     - ${loss.slice(0, 400)}`).join('')
  return `${outcome.padEnd(4)} ${name.padEnd(52)} ${seconds.toFixed(1)} s\n     ${skipped ?? counts.join(', ')}${lost}`
}
