import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'

const program = `
import { command, print, say, WrongUse } from ${JSON.stringify(join(import.meta.dirname, 'command.ts'))}
import { setTimeout as delay } from 'node:timers/promises'

await command('thing', {
  help: 'npm run thing -- NAME',
  options: { size: { type: 'string', default: '1' }, fast: { type: 'boolean' } },
  positionals: true,
  ...(process.env.MESSAGE && { interrupted: process.env.MESSAGE }),
  async run({ values, positionals: [name] }, signal) {
    if (!name) throw new WrongUse('name a thing')
    if (name === 'broken') throw new Error('it is broken')
    if (name === 'three') return 3
    print(JSON.stringify({ ...values, name }))
    if (name !== 'slow') return
    await delay(60_000, undefined, { signal }).catch(error => {
      throw process.env.UNCLEAN ? new Error('a file is left') : error
    })
  },
})
`
const plain = "import { command } from './command.ts'\nawait command('plain', { help: '', run() {} })"

function start(t: Test, words: string[], env = {}, source = program) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, '--', ...words], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
  })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [code]]) => ({ code, stdout, stderr }),
  )
  return { child, ended }
}

const cases: [words: string[], code: number, stdout: string, stderr: string][] = [
  [['--help'], 0, 'npm run thing -- NAME\n', ''],
  [['a', '--size=2', '--fast'], 0, '{"size":"2","fast":true,"name":"a"}\n', ''],
  [['a'], 0, '{"size":"1","name":"a"}\n', ''],
  [['three'], 3, '', ''],
  [['--fats'], 2, '', "thing: Unknown option '--fats'\nSee npm run thing -- --help\n"],
  [['a', '--size'], 2, '', "thing: Option '--size <value>' argument missing\nSee npm run thing -- --help\n"],
  [[], 2, '', 'thing: name a thing\nSee npm run thing -- --help\n'],
  [['broken'], 1, '', 'thing: it is broken\n'],
]
for (const [words, code, stdout, stderr] of cases)
  t.test(`thing ${words.join(' ')}`.trim(), async t => t.same(await start(t, words).ended, { code, stdout, stderr }))

t.test('a word where none is taken', async t =>
  t.match(await start(t, ['a'], {}, plain).ended, { code: 2, stderr: /^plain: Unexpected argument 'a'/ }),
)

const interrupts: [signal: NodeJS.Signals, env: Record<string, string>, stderr: string][] = [
  ['SIGINT', {}, 'thing: interrupted\n'],
  ['SIGTERM', { MESSAGE: 'interrupted; run it again' }, 'thing: interrupted; run it again\n'],
  ['SIGHUP', { UNCLEAN: 'yes' }, 'thing: a file is left\n'],
]
for (const [name, env, stderr] of interrupts)
  t.test(`interrupted by ${name}: ${stderr.trim()}`, async t => {
    const { child, ended } = start(t, ['slow'], env)
    await once(child.stdout, 'data')
    child.kill(name)
    t.match(await ended, { code: 130, stderr })
  })
