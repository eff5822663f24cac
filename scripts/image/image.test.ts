import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'

const digest = `sha256:${'0'.repeat(64)}`

// A stub buildah: records its arguments and its context, and writes the smallest OCI layout.
const buildah = `#!${process.execPath}
const fs = require('node:fs')
const [command, ...words] = process.argv.slice(2)
const last = words.at(-1) ?? ''
fs.appendFileSync('asked', [command, ...words].join(' ').replace(/[^ :=]+\\/image-\\w+/g, 'TMP') + '\\n')
if (command === 'build') {
  fs.writeFileSync('given', fs.readdirSync(last).join(' '))
  if (fs.existsSync('broken')) process.exit(9)
  if (fs.existsSync('slow')) setTimeout(() => {}, 60000)
}
if (last.startsWith('oci:')) {
  const write = (name, content) => fs.writeFileSync(last.slice(4) + name, JSON.stringify(content))
  fs.mkdirSync(last.slice(4) + '/blobs/sha256', { recursive: true })
  write('/index.json', { manifests: [{ digest: '${digest}' }] })
  write('/blobs/${digest.replace(':', '/')}', { config: { digest: 'sha256:1', size: 1e5 }, layers: [{ size: 1e6 }, { size: 2e6 }] })
}
if (last.startsWith('docker:')) fs.writeFileSync(words.find(word => word.startsWith('--digestfile=')).slice(13), '${digest}')
`

function project(t: Test, marks: Record<string, string> = {}) {
  const folder = t.testdir({
    'package.json': '{"name":"thing","version":"1.2.3","repository":"git+ssh://host.example/thing"}',
    Dockerfile: 'FROM registry.example/a AS build\nFROM registry.example/b:c@sha256:1\n',
    '.gitignore': 'bin\nasked\ngiven*\nbroken\nslow\ntmp\n',
    bin: {},
    tmp: {},
    ...marks,
  })
  writeFileSync(join(folder, 'bin/buildah'), buildah, { mode: 0o755 })
  writeFileSync(join(folder, 'bin/podman'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const author = { GIT_AUTHOR_NAME: 'n', GIT_AUTHOR_EMAIL: 'e@host.example', GIT_AUTHOR_DATE: '@1 +0000' }
  const committer = { GIT_COMMITTER_NAME: 'n', GIT_COMMITTER_EMAIL: 'e@host.example', GIT_COMMITTER_DATE: '@2 +0000' }
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: folder, env: { ...process.env, ...author, ...committer }, encoding: 'utf8' })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--no-gpg-sign', '--message=m')

  const start = (words: string[], path = `${join(folder, 'bin')}:${process.env.PATH}`) =>
    spawn(process.execPath, [resolve('scripts/image.ts'), ...words], {
      cwd: folder,
      env: { ...process.env, PATH: path, TMPDIR: join(folder, 'tmp') },
    })
  const end = async (child: ReturnType<typeof start>) => {
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    return { stdout, stderr, status, left: readdirSync(join(folder, 'tmp')).length }
  }
  return {
    id: git('rev-parse', 'HEAD').trim(),
    start,
    end,
    image: (...words: string[]) => end(start(words)),
    has: (name: string) => existsSync(join(folder, name)),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    write: (name: string) => writeFileSync(join(folder, name), ''),
  }
}

const skip = spawnSync('git', ['--version']).error && 'git is not on PATH'

t.test('build and push', { skip }, async t => {
  const { id, image, read, write } = project(t)
  write('uncommitted')
  const name = `localhost/thing:${id.slice(0, 8)}`
  const lines = `image   ${name}\ndigest  ${digest}\nsize    3.1 MB compressed\n`
  t.match(await image('--push=registry.example:5000/team/thing', '--insecure', '--dotenv=given.env'), {
    status: 0,
    stdout: `${lines}pushed  registry.example:5000/team/thing@${digest}\n`,
    stderr: /leaves out uncommitted changes[\s\S]*stand-ins, for tests only/,
    left: 0,
  })
  t.equal(read('given'), '.gitignore Dockerfile package.json')
  t.equal(
    read('given.env'),
    `IMAGE=registry.example:5000/team/thing@${digest}\nBASES=localhost/stand-in/a,localhost/stand-in/b:c\n`,
  )
  const standIns = ['a', 'b:c@sha256:1'].map(
    base => `--build-context=registry.example/${base}=docker-image://localhost/stand-in/${base.split('@')[0]}`,
  )
  const args = `--build-arg=DOCKER_HUB --build-arg=REVISION=${id} --build-arg=VERSION=1.2.3 --build-arg=SOURCE=ssh://host.example/thing`
  t.strictSame(read('asked').trim().split('\n'), [
    'info',
    'inspect --type=image localhost/stand-in/a',
    'inspect --type=image localhost/stand-in/b:c',
    `build --pull=never ${standIns.join(' ')} --layers=false --identity-label=false --timestamp=2 ${args} --tag=${name} TMP/source`,
    `push --quiet ${name} oci:TMP/layout`,
    `push --tls-verify=false --digestfile=TMP/digest ${name} docker://registry.example:5000/team/thing:${id.slice(0, 8)}`,
  ])
  t.match(await image(), { status: 0, stdout: lines })
})

t.test('--tag', { skip }, async t => {
  const { id, image, read } = project(t)
  t.match(await image('--push=registry.example/thing', '--tag=v1.2.3'), { status: 0 })
  const pushed = read('asked')
    .split('\n')
    .filter(line => line.includes('docker:'))
  const words = `push --digestfile=TMP/digest localhost/thing:${id.slice(0, 8)} docker://registry.example/thing`
  t.strictSame(pushed, [`${words}:${id.slice(0, 8)}`, `${words}:v1.2.3`])
})

t.test('--dry-run', { skip }, async t => {
  const { image, read } = project(t)
  t.match(await image('--dry-run', '--push=registry.example/thing'), {
    status: 0,
    stdout: /^$/,
    stderr: /^builds localhost\/thing:\w{8} with buildah and pushes it to registry\.example\/thing:\w{8}\n$/,
    left: 0,
  })
  t.equal(read('asked'), 'info\n')
})

t.test('a build that fails', { skip }, async t => {
  const { image } = project(t, { broken: '' })
  t.match(await image(), { status: 1, stdout: /^$/, stderr: 'image: "buildah build" failed (exit code 9)\n', left: 0 })
})

t.test('a build that is interrupted', { skip }, async t => {
  const { start, end, has } = project(t, { slow: '' })
  const child = start([])
  const ended = end(child)
  while (!has('given')) await delay(20)
  child.kill('SIGINT')
  t.match(await ended, { status: 130, stdout: /^$/, stderr: /interrupted\n$/, left: 0 })
})

t.test('no builder', { skip }, async t => {
  const { start, end } = project(t)
  t.match(await end(start([], '/nowhere')), { status: 1, stderr: /^image: neither buildah nor podman works here/ })
})

const asked: [words: string[], status: number, stdout: string | RegExp, stderr: string | RegExp][] = [
  [['--help'], 0, /^npm run image [\s\S]*--push/, ''],
  [['--psuh=x'], 2, /^$/, /'--psuh'[\s\S]*--help/],
  [['--push=thing'], 2, /^$/, /REGISTRY\/NAME/],
  [['--push=registry.example/thing:latest'], 2, /^$/, /without a tag/],
  [['--push=registry.example/thing', '--tag=release/1'], 2, /^$/, /"release\/1" cannot be a tag/],
  [['--dotenv=build.env'], 2, /^$/, /add --push/],
  [['--stand-ins'], 1, /^$/, /no stand-in is known for registry\.example\/a and registry\.example\/b:c@sha256:1/],
]

t.test('options', { skip }, async t => {
  const { image } = project(t)
  for (const [words, status, stdout, stderr] of asked)
    t.match(await image(...words), { status, stdout, stderr, left: 0 }, words.join(' '))
})
