import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

t.test('the bundle heeds a signal from its first line on', async t => {
  // At the moment it listens to SIGTERM, this sends it, and notes what was loaded before.
  const loaded = join(folder, 'loaded.json')
  const preload = join(folder, 'preload.cjs')
  const text = `const Module = require('node:module'), { writeFileSync } = require('node:fs')
    const { _load } = Module, { on } = process, names = []
    Module._load = function (name, ...rest) { names.push(name); return _load.call(this, name, ...rest) }
    process.on = function (name, listener) {
      on.call(process, name, listener)
      if (name !== 'SIGTERM' || !names.includes(${JSON.stringify(bundle)})) return process
      process.on = on
      writeFileSync(${JSON.stringify(loaded)}, JSON.stringify(names))
      process.kill(process.pid, name)
      return process
    }`
  writeFileSync(preload, text)
  const { ended } = run(t, { DRAIN_MS: '0' }, { command: [process.execPath, '--require', preload, bundle] })
  const { code, stderr, lines } = await ended
  t.strictSame([code, stderr], [0, ''])
  const names: string[] = JSON.parse(readFileSync(loaded, 'utf8'))
  // Before the bundle come tap's own loaders.
  t.equal(names.at(-1), bundle, 'nothing was loaded before')
  t.equal(lines.at(-1)?.msg, 'stopped')
})
