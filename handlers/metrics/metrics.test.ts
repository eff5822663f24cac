import t from 'tap'
import { Problem } from '../http/problem.ts'
import { exposition, labels } from './exposition.ts'
import { gauge, runtimeMetrics } from './runtime.ts'
import { uploadMetrics } from './uploads.ts'

t.test('labels are escaped', async t => {
  t.equal(labels({ a: 'say "x\\y"\n', b: undefined, c: '' }), '{a="say \\"x\\\\y\\"\\n",c=""}')
})

t.test('uploads are counted by their outcome', async t => {
  const { watch, families } = uploadMetrics()
  t.match(exposition(families), /\nupload_attempts_total 0\n/, 'before storage is open')
  const outcomes = [true, false, new Problem(502, 'refuses'), new Problem(503, 'fails'), 'anything'].values()
  const { put, prefix } = watch({
    prefix: 'team/',
    stuck: () => false,
    attempts: () => 7,
    credentialsEnd: () => 1_500,
    async put() {
      const { value } = outcomes.next()
      if (typeof value === 'boolean') return value
      throw value
    },
  })
  t.equal(prefix, 'team/')
  t.equal(await put('a', '1'), true)
  t.equal(await put('a', '1'), false)
  for (const message of ['refuses', 'fails']) await t.rejects(put('a', '1'), { message })
  t.equal(await put('a', '1').catch(thrown => thrown), 'anything')
  const text = exposition(families)
  for (const line of [
    'uploads_total{outcome="stored"} 1',
    'uploads_total{outcome="repeated"} 1',
    'uploads_total{outcome="refused"} 1',
    'uploads_total{outcome="failed"} 2',
    'upload_attempts_total 7',
    'credentials_expiration_timestamp_seconds 1.5',
  ])
    t.ok(text.includes(`${line}\n`), line)
  t.match(text, /\nupload_storage_seconds_total (?!0\n)/)
})

t.test('garbage collections are counted', async t => {
  const [metric] = runtimeMetrics().filter(({ name }) => name.startsWith('v8js_gc'))
  const seconds = () => [...(metric?.samples() ?? [])].reduce((sum, [, value]) => sum + value, 0)
  const before = seconds()
  while (seconds() === before) {
    Array.from({ length: 100_000 }, () => ({}))
    await new Promise(setImmediate)
  }
  t.ok(seconds() > before)
})

t.test('a gauge without a value has no sample', async t => {
  const broken = () => {
    throw new Error('not on this platform')
  }
  for (const value of [() => undefined, broken])
    t.equal(exposition([gauge('a', 'b', value)]), '# HELP a b\n# TYPE a gauge\n')
})
