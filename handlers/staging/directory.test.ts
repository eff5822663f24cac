import { type PathLike, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import * as fileSystem from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { checkDirectory, openDirectory, removeLeftovers } from './directory.ts'
import type { Files } from './durable-files.ts'

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
    cause: { code: 'ENOTDIR' },
  })
})

t.test('a name too long for a file is 502, and leaves nothing', async t => {
  const path = t.testdir()
  await t.rejects(openDirectory(path, 5000).put('a'.repeat(300), '1'), { status: 502, cause: { code: 'ENAMETOOLONG' } })
  t.strictSame(readdirSync(path), [])
})

t.test('a folder that cannot be made is 502 at once, and nothing is left running', async t => {
  for (const path of ['/proc/x', '/proc/x/y/z']) {
    const { put, attempts, stuck } = openDirectory(path, 5000)
    await t.rejects(put('below/a.txt', '1'), { status: 502, cause: { code: 'ENOENT' } }, path)
    t.equal(attempts(), 1)
    t.notOk(stuck())
  }
})

t.test('a folder that was deleted is made again', async t => {
  const path = join(t.testdir(), 'staging')
  const { put } = openDirectory(path, 5000)
  t.equal(await put('below/a.txt', '1'), true)
  rmSync(path, { recursive: true })
  t.equal(await put('below/a.txt', '2'), true)
  t.strictSame(readdirSync(path, { recursive: true }).sort(), ['below', 'below/a.txt'])
})

const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

/** The operations of a file system whose folders cannot be opened, or whose files cannot be synced. */
const unsynced = (code: string, kind: 'files' | 'folders', to: 'open' | 'sync'): Files => ({
  ...fileSystem,
  async open(path: PathLike, flags?: string | number) {
    const concerned = (kind === 'folders') === (flags === undefined)
    if (concerned && to === 'open') await refuse(code)()
    const handle = await fileSystem.open(path, flags)
    return concerned ? Object.assign(handle, { sync: refuse(code) }) : handle
  },
})

for (const code of ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EISDIR', 'EBADF'])
  t.test(`stored is stored where sync() of a file or folder says ${code}, and the start says so`, async t => {
    const path = t.testdir()
    const warnings: string[] = []
    for (const kind of ['files', 'folders'] as const) {
      const { put } = openDirectory(path, 5000, t.fail, unsynced(code, kind, 'sync'))
      t.equal(await put(`${kind}/a.txt`, '1'), true)
    }
    t.equal(await openDirectory(path, 5000, t.fail, unsynced(code, 'folders', 'open')).put('b.txt', '1'), true)
    await checkDirectory(path, message => warnings.push(message), unsynced(code, 'folders', 'sync'))
    t.strictSame(warnings, [`${path} cannot be synced (${code}): a power cut may lose uploads that were answered`])
    t.strictSame(names(path), ['b.txt', 'files', 'files/a.txt', 'folders', 'folders/a.txt'])
  })

t.test('a disk that fails while it is synced is 503', async t => {
  for (const kind of ['files', 'folders'] as const) {
    const { put } = openDirectory(t.testdir(), 5000, t.fail, unsynced('EIO', kind, 'sync'))
    await t.rejects(put('a.txt', '1'), { status: 503, cause: { code: 'EIO' } })
  }
})

for (const code of ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])
  t.test(`without hard links (${code}): of many writers of one key, one stores it, and the start says so`, async t => {
    const path = t.testdir()
    const files = { ...fileSystem, link: refuse(code) }
    const writers = Array.from({ length: 20 }, () => openDirectory(path, 5000, t.fail, files))
    const stored = await Promise.all(writers.map(({ put }, number) => put('below/a.txt', String(number))))
    t.equal(stored.filter(Boolean).length, 1)
    t.equal(await writers[0]?.put('below/a.txt', 'late'), false)
    t.equal(readFileSync(join(path, 'below/a.txt'), 'utf8'), String(stored.indexOf(true)))
    const warnings: string[] = []
    await checkDirectory(path, message => warnings.push(message), files)
    t.match(warnings, [new RegExp(`^${path} has no hard links \\(${code}\\)`)])
    t.equal(warnings.length, 1)
    t.strictSame(names(path), ['below', 'below/a.txt'], 'no temporary file and no lock is left')
  })

t.test('without hard links: the lock of a killed process is waited for, unless the object is there', async t => {
  const path = t.testdir({ '.a.txt.lock': '', '.b.txt.lock': '', 'b.txt': '1' })
  const files = { ...fileSystem, link: refuse('EPERM') }
  const { put, stuck } = openDirectory(path, 100, t.fail, files)
  t.equal(await put('b.txt', '2'), false)
  const refused = { status: 503, message: 'staging folder fails' }
  await Promise.all(Array.from({ length: 6 }, () => t.rejects(put('a.txt', '1'), refused)))
  // Longer than the moment that uploads have for tidying up.
  for (const end = performance.now() + 200; performance.now() < end; ) await new Promise(setImmediate)
  t.notOk(stuck(), 'what waits ends with its deadline')
  rmSync(join(path, '.a.txt.lock'))
  t.equal(await put('a.txt', '2'), true)
})

t.test('without hard links: a lock that cannot be made is an error', async t => {
  const files: Files = {
    ...fileSystem,
    link: refuse('EPERM'),
    open: (path, flags) => (String(path).endsWith('.lock') ? refuse('EACCES')() : fileSystem.open(path, flags)),
  }
  await t.rejects(openDirectory(t.testdir(), 5000, t.fail, files).put('a.txt', '1'), {
    status: 502,
    cause: { code: 'EACCES' },
  })
})

t.test('without hard links: a file that another writer names meanwhile is left as it is', async t => {
  const path = t.testdir()
  const files: Files = {
    ...fileSystem,
    link: refuse('EPERM'),
    async open(file, flags) {
      if (String(file).endsWith('.lock')) writeFileSync(join(path, 'a.txt'), 'of another')
      return fileSystem.open(file, flags)
    },
  }
  t.equal(await openDirectory(path, 5000, t.fail, files).put('a.txt', '1'), false)
  t.equal(readFileSync(join(path, 'a.txt'), 'utf8'), 'of another')
  t.strictSame(names(path), ['a.txt'])
})

t.test('without hard links: a name too long for a file is 502', async t => {
  const { put } = openDirectory(t.testdir(), 5000, t.fail, { ...fileSystem, link: refuse('EPERM') })
  await t.rejects(put('a'.repeat(300), '1'), { status: 502, cause: { code: 'ENAMETOOLONG' } })
})

t.test('without hard links: a name that cannot be looked at is 502, and leaves no lock', async t => {
  const path = t.testdir()
  symlinkSync('a.txt', join(path, 'a.txt'))
  const { put } = openDirectory(path, 5000, t.fail, { ...fileSystem, link: refuse('EPERM') })
  await t.rejects(put('a.txt', '1'), { status: 502, cause: { code: 'ELOOP' } })
  t.strictSame(names(path), ['a.txt'])
})

t.test('a link that was made although its answer was lost is our own', async t => {
  const path = t.testdir()
  const link: Files['link'] = async (from, to) => {
    await fileSystem.link(from, to)
    await refuse('EEXIST')()
  }
  t.equal(await openDirectory(path, 5000, t.fail, { ...fileSystem, link }).put('a.txt', '1'), true)
  t.strictSame(readdirSync(path), ['a.txt'])
})

t.test('uploads that hang are counted, and no more begin; late ones leave no object', async t => {
  const path = t.testdir()
  const gate = Promise.withResolvers<void>()
  let begun = 0
  const open: Files['open'] = async (file, flags) => {
    begun++
    await gate.promise
    return fileSystem.open(file, flags)
  }
  const warnings: string[] = []
  const { put, stuck } = openDirectory(path, 20, message => warnings.push(message), { ...fileSystem, open })
  for (let count = 0; count < 4; count++) {
    t.notOk(stuck())
    await t.rejects(put('a.txt', '1'), { status: 503, cause: { message: 'no answer within 20 ms' } })
  }
  while (!stuck()) await new Promise(setImmediate)
  await t.rejects(put('a.txt', '1'), { status: 503, headers: { 'Retry-After': '1' }, cause: { code: 'EBUSY' } })
  t.equal(begun, 4)
  t.strictSame(warnings, ['4 uploads to the staging folder hang: no more begin until one of them ends'])
  gate.resolve()
  while (stuck()) await new Promise(setImmediate)
  const patient = openDirectory(path, 5000)
  t.equal(await patient.put('a.txt', '2'), true)
  while (readdirSync(path).length > 1) await new Promise(setImmediate)
  t.equal(readFileSync(join(path, 'a.txt'), 'utf8'), '2')
})

t.test('what killed processes left is removed; newer files and those of others stay', async t => {
  const hash = 'a'.repeat(64)
  const uuid = '0b9e3b4c-5f0a-4d11-8c34-1f1f2f3f4f5f'
  const path = t.testdir({
    [`.${uuid}.tmp`]: '',
    [`..${uuid}.tmp.lock`]: '',
    [`.${uuid}.txt.lock`]: '',
    '.mine.lock': '',
    '.build.tmp.lock': '',
    'a.txt': '',
    below: { [`.${uuid}.tmp`]: '', [`.${hash}.txt.lock`]: '', '.diary.txt.lock': '', 'a.txt': '' },
  })
  for (const name of readdirSync(path, { recursive: true })) longAgo(join(path, String(name)))
  const fresh = join('below', `.${uuid}.txt.lock`)
  writeFileSync(join(path, fresh), '')
  await removeLeftovers(path, 5000)
  const others = ['.build.tmp.lock', '.mine.lock', 'a.txt', 'below', 'below/.diary.txt.lock', 'below/a.txt']
  t.strictSame(names(path), [...others, fresh].sort())
})

t.test('the check makes the folder, and rejects where it cannot be used', async t => {
  const path = join(t.testdir({ file: '' }), 'staging')
  await checkDirectory(path, t.fail)
  t.strictSame(readdirSync(path), [])
  await t.rejects(checkDirectory(join(path, '../file'), t.fail), { code: 'ENOTDIR' })
  await t.rejects(checkDirectory(path, t.fail, { ...fileSystem, link: refuse('EIO') }), { code: 'EIO' })
})

t.test('a new folder is durable: its parent is synced', async t => {
  const synced = new Set<string>()
  const open: Files['open'] = async (file, flags) => {
    const handle = await fileSystem.open(file, flags)
    return Object.assign(handle, { sync: async () => void synced.add(String(file)) })
  }
  const path = t.testdir()
  await openDirectory(path, 5000, t.fail, { ...fileSystem, open }).put('new/below/a.txt', '1')
  for (const folder of ['', 'new', 'new/below']) t.ok(synced.has(join(path, folder)), folder || 'the folder itself')
})

const names = (path: string) => readdirSync(path, { recursive: true }).map(String).sort()
const longAgo = (file: string) => utimesSync(file, 0, 0)
