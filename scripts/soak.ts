import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientPhases } from './soak/clients.ts'
import { diskPhases } from './soak/disk.ts'
import { type Phase, type Phases, runPhase } from './soak/lab.ts'
import { bundleWith, mutations } from './soak/mutations.ts'
import { processPhases } from './soak/process.ts'
import { s3Phases, startS3 } from './soak/s3.ts'
import { command, print, say, WrongUse } from './system/command.ts'
import { run } from './system/run.ts'
import { findVersitygw } from './system/versitygw.ts'

const phases: Phases = { ...s3Phases, ...diskPhases, ...clientPhases, ...processPhases }
const names = Object.keys(phases)

await command('soak', {
  help: `npm run soak -- [OPTIONS]

Runs the bundled service under traffic while something fails: S3, the disk, clients, the process itself. After each
phase it checks that nothing is lost and that the service is as it was before. Needs Linux. S3 is a real server.

  --minutes N   about how long it takes (2); more minutes repeat faults more often, fully at 30
  --seed N      draws the same requests, faults and pauses as an earlier run; timing still differs (random)
  --only TEXT   runs only phases whose name contains it
  --prove       breaks the service in many ways and checks that a phase finds each
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
    const chosen = names.filter(name => name.includes(values.only))
    const findable = mutations.flatMap(mutation =>
      chosen.filter(name => name.includes(mutation[1])).map(name => ({ name, mutation })),
    )
    const cases = values.prove ? findable : chosen.map(name => ({ name, mutation: undefined }))
    if (cases.length === 0) throw new WrongUse(`no phase contains "${values.only}"`)
    if (process.platform !== 'linux') throw new Error('it reads /proc and needs Linux')

    const root = join(import.meta.dirname, '..')
    const home = mkdtempSync(join(tmpdir(), 'soak-'))
    const found = await findVersitygw()
    const s3 = 'path' in found ? await startS3(found.path) : found
    // Beside its fault, a phase takes about three seconds. In two minutes, a fault without a count lasts half a second.
    const faultSeconds = Math.max(0.5, (minutes * 60) / names.length - 3)
    const settings = { s3, home, seed, minutes, seconds: faultSeconds, signal }
    const results: object[] = []
    const counts = { pass: 0, fail: 0, skip: 0 }
    try {
      await run(['npm', 'run', 'bundle'], { folder: root, signal })
      say(`seed ${seed}`)
      for (const { name, mutation } of cases) {
        const start = performance.now()
        const bundle = mutation ? await bundleWith(mutation, root, home) : join(root, 'dist')
        const { skipped, losses, figures } = await runPhase(name, phases[name] as Phase, bundle, settings)
        const seconds = (performance.now() - start) / 1000
        const isLossWanted = mutation !== undefined
        const outcome = skipped ? 'skip' : losses.length > 0 === isLossWanted ? 'pass' : 'fail'
        counts[outcome]++
        results.push({ name, mutation, outcome, skipped, losses, figures, seconds })
        const title = mutation ? `${mutation[0]}: ${name}` : name
        print(`${outcome} ${title.padEnd(76)} ${seconds.toFixed(1).padStart(5)} s`)
        const details = Object.entries(figures).map(([what, count]) => `${what} ${count}`)
        for (const line of [skipped ?? details.join(', '), ...losses.slice(0, 8)]) print(`     ${line}`)
        const options = [`--seed ${seed} --minutes ${minutes} --only "${name}"`, ...(mutation ? ['--prove'] : [])]
        if (outcome === 'fail') print(`     repeat it with: npm run soak -- ${options.join(' ')}`)
      }
    } finally {
      if ('stop' in s3) await s3.stop()
      rmSync(home, { recursive: true, force: true })
    }
    writeFileSync(join(root, 'dist/soak.json'), JSON.stringify({ seed, minutes, results }, null, 2))
    print(`# { total: ${cases.length}, pass: ${counts.pass}, fail: ${counts.fail}, skip: ${counts.skip} }`)
    return counts.fail > 0 ? 1 : 0
  },
})
