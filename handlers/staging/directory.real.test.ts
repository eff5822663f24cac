import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { checkDirectory, openDirectory } from './directory.ts'

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
const works = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

const noMount = !works('unshare', '--mount', 'true') && 'only root can mount'
const noExfat =
  noMount ||
  (spawnSync('mkfs.exfat', ['--version']).error && 'mkfs.exfat is not on PATH') ||
  (spawnSync('mount.exfat-fuse', ['-V']).error && 'mount.exfat-fuse is not on PATH') ||
  (!works('losetup', '--find') && 'there is no loop device')

/** A new folder with another one in it to mount something at. It is unmounted and removed when the test ends. */
function mountPoint(t: Test) {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'))
  const path = join(folder, 'mounted')
  mkdirSync(path)
  t.teardown(() => {
    spawnSync('umount', ['--lazy', path])
    rmSync(folder, { recursive: true })
  })
  return { folder, path }
}

function mounted(t: Test, ...args: string[]): string {
  const { path } = mountPoint(t)
  run('mount', ...args, path)
  return path
}

const upload = (path: string, key: string) => openDirectory(path, 5000).put(key, '1')

t.test('tmpfs, then read-only', { skip: noMount }, async t => {
  const path = mounted(t, '-t', 'tmpfs', 'none')
  await checkDirectory(path, t.fail)
  t.equal(await upload(path, 'below/a.txt'), true)
  t.equal(await upload(path, 'below/a.txt'), false)
  run('mount', '-o', 'remount,ro', path)
  const refused = { status: 502, cause: { code: 'EROFS' } }
  await t.rejects(upload(path, 'below/b.txt'), refused)
  await t.rejects(upload(path, 'missing/b.txt'), refused)
})

t.test('a full disk is 503, and uploads work again when there is room', { skip: noMount }, async t => {
  const path = mounted(t, '-t', 'tmpfs', '-o', 'size=64k', 'none')
  spawnSync('dd', ['if=/dev/zero', `of=${path}/ballast`, 'bs=4k', 'count=100'])
  await t.rejects(upload(path, 'a.txt'), { status: 503, cause: { code: 'ENOSPC' } })
  rmSync(join(path, 'ballast'))
  t.equal(await upload(path, 'a.txt'), true)
  t.strictSame(readdirSync(path), ['a.txt'])
})

t.test('a mounted folder that is deleted on the host is 502', { skip: noMount }, async t => {
  const { folder, path } = mountPoint(t)
  const host = join(folder, 'host')
  mkdirSync(host)
  run('mount', '--bind', host, path)
  t.equal(await upload(path, 'below/a.txt'), true)
  rmSync(host, { recursive: true })
  await t.rejects(upload(path, 'below/b.txt'), { status: 502, cause: { code: 'ENOENT' } })
})

t.test('exFAT, which has no hard links, over FUSE', { skip: noExfat }, async t => {
  const { folder, path } = mountPoint(t)
  const image = join(folder, 'image')
  run('truncate', '--size', '16M', image)
  run('mkfs.exfat', image)
  const device = run('losetup', '--find', '--show', image).trim()
  t.teardown(() => run('losetup', '--detach', device))
  run('mount.exfat-fuse', device, path)
  const daemon = Number(run('pgrep', '--full', `^mount.exfat-fuse ${device}`))
  t.teardown(() => spawnSync('kill', ['-CONT', String(daemon)]))

  const warnings: string[] = []
  await checkDirectory(path, message => warnings.push(message))
  t.match(warnings, [/has no hard links/])
  const stored = await Promise.all(
    Array.from({ length: 20 }, (_, number) => openDirectory(path, 5000).put('below/a.txt', String(number))),
  )
  t.equal(stored.filter(Boolean).length, 1)
  t.equal(readFileSync(join(path, 'below/a.txt'), 'utf8'), String(stored.indexOf(true)))
  t.strictSame(readdirSync(path, { recursive: true }).sort(), ['below', 'below/a.txt'])

  process.kill(daemon, 'SIGSTOP')
  const { put, stuck } = openDirectory(path, 100, message => warnings.push(message))
  for (let count = 0; count < 5; count++)
    await t.rejects(put(`${count}.txt`, '1'), { status: 503, message: 'staging folder fails' })
  while (!stuck()) await new Promise(setImmediate)
  t.equal(warnings.length, 2)
  process.kill(daemon, 'SIGCONT')
  while (stuck()) await new Promise(setImmediate)
  t.equal(await upload(path, 'b.txt'), true, 'and goes on')
})
