import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const cases: [command: string, word: string, ...more: string[]][] = [
  ['deploy', '--downn'],
  ['deploy', 'infr'],
  ['e2e', '--keeep'],
  ['e2e', 'no such proof', '--only'],
  ['e2e', '(', '--only'],
  ['pipeline', '--keeep'],
  ['pipeline', 'infr'],
]

const run = (command: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, `../${command}.ts`), ...words], { encoding: 'utf8' })

t.test('wrong options are refused before anything is run', async t => {
  for (const [command, word, ...before] of cases) {
    const { status, stdout, stderr } = run(command, ...before, word)
    t.equal(status, 2, `${command} ${word}`)
    t.equal(stdout, '')
    const [problem, hint] = stderr.split('\n') as [string, string]
    t.ok(problem.startsWith(`${command}: `) && problem.includes(word), problem)
    t.match(hint, `npm run ${command} -- --help`)
  }
})

t.test('--help says how each is used', async t => {
  for (const command of ['deploy', 'e2e', 'pipeline'])
    t.match(run(command, '--help'), { status: 0, stdout: `npm run ${command} [-- OPTIONS]`, stderr: '' })
})
