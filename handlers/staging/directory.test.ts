import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openDirectory } from './directory.ts'

t.test('creates its folders, and leaves only whole objects', async t => {
  const path = join(t.testdir(), 'new', 'staging')
  const { put, prefix } = openDirectory(path, 5000)
  t.equal(prefix, '')
  t.equal(await put('a.txt', '42'), true)
  t.equal(await put('below/b.txt', '7'), true)
  t.strictSame(readdirSync(path, { recursive: true }).sort(), ['a.txt', 'below', 'below/b.txt'])
  t.equal(readFileSync(join(path, 'a.txt'), 'utf8'), '42')
})

t.test('a key that exists is left as it is', async t => {
  const path = t.testdir({ 'a.txt': 'old' })
  t.equal(await openDirectory(path, 5000).put('a.txt', 'new'), false)
  t.strictSame(readdirSync(path), ['a.txt'])
  t.equal(readFileSync(join(path, 'a.txt'), 'utf8'), 'old')
})

t.test('of many writers of one key, one stores it', async t => {
  const path = t.testdir()
  const stored = await Promise.all(
    Array.from({ length: 20 }, (_, n) => openDirectory(path, 5000).put('a.txt', String(n))),
  )
  const winner = stored.indexOf(true)
  t.equal(stored.filter(Boolean).length, 1)
  t.equal(readFileSync(join(path, 'a.txt'), 'utf8'), String(winner))
})

t.test('a file in place of its folder is 502, with the cause', async t => {
  const path = t.testdir({ staging: 'a file' })
  await t.rejects(openDirectory(join(path, 'staging'), 5000).put('a.txt', '1'), {
    status: 502,
    cause: { code: 'EEXIST' },
  })
})

t.test('a name too long for a file is 502, and leaves nothing', async t => {
  const path = t.testdir()
  await t.rejects(openDirectory(path, 5000).put('a'.repeat(300), '1'), { status: 502, cause: { code: 'ENAMETOOLONG' } })
  t.strictSame(readdirSync(path), [])
})

t.test('any other error is 503 with Retry-After', async t => {
  const path = t.testdir({ loop: t.fixture('symlink', 'loop') })
  const expected = { status: 503, cause: { code: 'ELOOP' }, headers: { 'Retry-After': '1' } }
  await t.rejects(openDirectory(join(path, 'loop'), 5000).put('a.txt', '1'), expected)
})
