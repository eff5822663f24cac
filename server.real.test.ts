import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import manifest from './package.json' with { type: 'json' }
import { body, messages, noTerminal, post, run, runAtTerminal, s3At, s3StandIn } from './server.test-support.ts'

// Outside of this folder, where no node_modules are found.
const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const bundle = join(folder, 'server.cjs')
const metafile = join(folder, 'meta.json')
const PATH = `${join(import.meta.dirname, 'node_modules/.bin')}:${process.env.PATH}`
execFileSync(
  'sh',
  ['-c', `${manifest.scripts.bundle} --outfile=${bundle} --metafile=${metafile} --log-level=warning`],
  {
    cwd: import.meta.dirname,
    env: { ...process.env, PATH },
  },
)

t.test('the bundle contains what it needs, and no development dependency', async t => {
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs)
  const names = new Set(inputs.flatMap(path => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
  for (const name of Object.keys(manifest.dependencies)) t.ok(names.has(name), name)
  for (const name of Object.keys(manifest.devDependencies)) t.notOk(names.has(name), name)
})

t.test('the bundle starts, uploads to S3, and stops', async t => {
  const { puts, port } = await s3StandIn(t)
  const { child, dial, logged, ended } = run(
    t,
    { ...s3At(port), DRAIN_MS: '0' },
    { command: [process.execPath, bundle] },
  )
  await logged(/^ready$/)
  const answer = await (await dial()).ask(post)
  t.equal(answer.status, 200)
  t.strictSame(puts, [`PUT /bucket/${body(answer).key}`])
  child.kill('SIGTERM')
  const { code, stderr, lines } = await ended
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(messages(lines), [/^listening/, /^ready$/, /^stopping/, /^stopped$/])
})

t.test('the bundle logs JSON at a terminal, too', { skip: noTerminal }, async t => {
  const { output, type, ended } = runAtTerminal(t, `'${process.execPath}' '${bundle}'`)
  const [first = ''] = (await output(/"ready"/)).split('\n')
  t.match(JSON.parse(first), { level: 'info', msg: /^listening/ })
  type('\x03')
  t.equal(await ended, 0)
})
