import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { phases } from './soak/phases.ts'
import { runPhase } from './soak/run-phase.ts'
import { startS3 } from './soak/storage.ts'
import { command, print, say, WrongUse } from './system/command.ts'
import { run } from './system/run.ts'
import { findVersitygw } from './system/versitygw.ts'

await command('soak', {
  help: `npm run soak -- [OPTIONS]

Runs the bundled service under traffic while something fails: S3, the disk, clients, the process itself. After each
phase it checks that nothing is lost and that the service is as it was before. Needs Linux. S3 is a real server.

  --minutes N   about how long it takes (2); more minutes repeat faults more often
  --seed N      repeats the random choices of an earlier run (random)
  --only TEXT   runs only phases whose name contains it
  --help        prints this

Writes dist/soak.json. Exit codes: 0 nothing is lost, 1 something is, 2 wrong options, 130 interrupted.
`,
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
  async run({ values }, signal) {
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)]
    if (!(minutes > 0)) throw new WrongUse(`--minutes takes a number, not "${values.minutes}"`)
    if (!Number.isInteger(seed)) throw new WrongUse(`--seed takes a whole number, not "${values.seed}"`)
    const chosen = phases.filter(({ name }) => name.includes(values.only))
    if (chosen.length === 0) throw new WrongUse(`no phase contains "${values.only}"`)

    const root = join(import.meta.dirname, '..')
    await run(['npm', 'run', 'bundle'], { folder: root, signal })
    const bundle = process.env.SOAK_BUNDLE ?? join(root, 'dist/server.cjs')
    const found = await findVersitygw()
    const s3 = 'path' in found ? await startS3(found.path) : found
    // Starting a service and waiting for it to settle takes about 2.5 s of each phase.
    const seconds = Math.max(1, (minutes * 60) / phases.length - 2.5)
    say(`seed ${seed}, ${chosen.length} phases`)
    const results = []
    try {
      for (const phase of chosen) {
        signal.throwIfAborted()
        const result = await runPhase(phase, { bundle, s3, seed, minutes, seconds })
        const { name, skipped, losses, figures } = result
        const counts = Object.entries(figures).map(([what, count]) => `${what} ${count}`)
        print(`${skipped ? 'skip' : losses.length ? 'FAIL' : 'ok  '} ${name.padEnd(48)} ${result.seconds} s`)
        print(`     ${skipped ?? counts.join(', ')}`)
        for (const loss of losses.slice(0, 8)) print(`     - ${loss}`)
        results.push(result)
      }
    } finally {
      if ('stop' in s3) await s3.stop()
    }
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(join(root, 'dist/soak.json'), JSON.stringify({ seed, minutes, results }, null, 2))
    const skipped = results.filter(({ skipped }) => skipped).length
    const failed = results.filter(({ losses }) => losses.length > 0).length
    if (failed > 0) print(`repeat it with: npm run soak -- --seed ${seed} --minutes ${minutes}`)
    print(`${results.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`)
    return failed > 0 ? 1 : 0
  },
})
