import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import manifest from './package.json' with { type: 'json' }
import { entryPoint } from './scripts/system/entry-point.ts'
import { body, messages, noTerminal, post, run, runAtTerminal, s3At, s3StandIn } from './server.test-support.ts'

// Outside of this folder, where no node_modules are found.
const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const bundle = join(folder, 'server.mjs')
type Output = { imports: { path: string; kind: string }[]; inputs: Record<string, unknown> }
const metafile = join(folder, 'meta.json')
const PATH = `${join(import.meta.dirname, 'node_modules/.bin')}:${process.env.PATH}`
execFileSync('sh', ['-c', `${manifest.scripts.bundle} --outdir=${folder} --metafile=${metafile} --log-level=warning`], {
  cwd: import.meta.dirname,
  env: { ...process.env, PATH },
})

t.test('the bundle contains what it needs, and no development dependency', async t => {
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs)
  const names = new Set(inputs.flatMap(path => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
  for (const name of Object.keys(manifest.dependencies)) t.ok(names.has(name), name)
  for (const name of Object.keys(manifest.devDependencies)) t.notOk(names.has(name), name)
})

t.test('what is loaded before the service listens has nothing of S3', async t => {
  const { outputs }: { outputs: Record<string, Output> } = JSON.parse(readFileSync(metafile, 'utf8'))
  const loaded = new Set(Object.keys(outputs).filter(path => path.endsWith('/server.mjs')))
  for (const path of loaded)
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') loaded.add(next)
  const inputs = [...loaded].flatMap(path => Object.keys(outputs[path]?.inputs ?? {}))
  t.ok(inputs.includes('server.ts'))
  t.strictSame(
    inputs.filter(path => /@aws-sdk|@smithy|undici/.test(path)),
    [],
  )
})

t.test('the bundle starts, uploads to S3, and stops', async t => {
  const { puts, port } = await s3StandIn(t)
  // Tells which of these modules of Node are loaded at the end.
  const names = 'process.moduleLoadList.filter(name => /undici|NativeModule http$/.test(name)).join()'
  const hook = `data:text/javascript,process.on('exit', () => process.stderr.write(${names}))`
  const [node = '', ...words] = entryPoint(folder)
  const command: [string, ...string[]] = [node, '--import', hook, ...words]
  const { child, dial, logged, ended } = run(t, { ...s3At(port), DRAIN_MS: '0', NODE_OPTIONS: '' }, { command })
  await logged(/^ready$/)
  const answer = await (await dial()).ask(post)
  t.equal(answer.status, 200)
  t.strictSame(puts, [`PUT /bucket/${body(answer).key}`])
  child.kill('SIGTERM')
  const { code, stderr, lines } = await ended
  t.equal(code, 0)
  t.equal(stderr, 'NativeModule http', "nothing else, not even Node's own fetch: see node-http.cjs")
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
  const [first] = /^import .*/m.exec(readFileSync(join(import.meta.dirname, 'server.ts'), 'utf8')) ?? []
  t.equal(first, "import './handlers/process/signals.ts'")
  // At the moment it listens to SIGTERM, this sends it.
  const preload = join(folder, 'preload.cjs')
  const text = `const { on } = process
    process.on = function (name, listener) {
      on.call(process, name, listener)
      if (name !== 'SIGTERM') return process
      process.on = on
      process.kill(process.pid, name)
      return process
    }`
  writeFileSync(preload, text)
  // Without tap's own loaders, which listen to SIGTERM, too.
  const own = { DRAIN_MS: '0', NODE_OPTIONS: '' }
  const { ended } = run(t, own, { command: [process.execPath, '--require', preload, bundle] })
  const { code, stderr, lines } = await ended
  t.strictSame([code, stderr], [0, ''])
  t.equal(lines.at(-1)?.msg, 'stopped')
})
