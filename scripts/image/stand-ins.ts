import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Command, run } from '../system/run.ts'
import type { Builder } from './builder.ts'

/** The stand-ins of this machine, by the base images that they replace; empty unless all are there. No digest is compared. */
export function findStandIns(bases: string[], builder: Builder): Record<string, string> {
  const isHere = (image: string) =>
    spawnSync(builder.name, ['inspect', '--type=image', image], { stdio: 'ignore' }).status === 0
  return bases.map(standInFor).every(isHere) ? Object.fromEntries(bases.map(base => [base, standInFor(base)])) : {}
}

/** For registry/path/name:tag@digest, localhost/stand-in/name:tag. */
const standInFor = (base: string) => `localhost/stand-in/${base.replace(/@.*/, '').replace(/.*\//, '')}`

/**
 * Makes images that stand in for the two base images, unless they are there. They consist of Debian packages and this
 * machine's Node, for tests on machines that reach no registry.
 */
export async function makeStandIns(bases: string[], builder: Builder, signal: AbortSignal): Promise<void> {
  const [node, distroless] = bases
  const [, release] = node?.match(/\/node:[^@]*-(\w+)-slim(?:@|$)/) ?? []
  if (!node || !release || !distroless?.includes('/distroless/cc-'))
    throw new Error(`no stand-in is known for ${node} and ${distroless}`)
  if (Object.keys(findStandIns(bases, builder)).length > 0) return

  const folder = mkdtempSync(join(tmpdir(), 'stand-ins-'))
  const [debian, runtime] = [join(folder, 'debian'), join(folder, 'runtime')]
  const build = (base: string, instructions: string) => {
    const image = standInFor(base)
    // Every image that is built on it has the label too.
    writeFileSync(join(folder, 'Dockerfile'), `FROM scratch\nLABEL stand-in=${image}\n${instructions}\n`)
    return run(builder.build({ folder, image, time: 0, labels: {} }), { signal, show: true })
  }
  try {
    // It mounts /proc and /sys in the folder. In a mount namespace of its own, an interrupt leaves none of them behind.
    const debootstrap: Command = ['unshare', '--mount', 'debootstrap', '--variant=minbase', release, debian]
    await run(debootstrap, { signal })
    addNode(debian)
    await build(node, 'COPY debian /\nENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt\nCMD ["node"]')
    copyRuntime(debian, runtime)
    await build(distroless, 'COPY runtime /\nUSER 65532\nWORKDIR /home/nonroot')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const certificates = '/etc/ssl/certs/ca-certificates.crt'

/** Adds the Node and npm that run this, and this machine's npm registry and certificates, to a Debian root folder. */
function addNode(root: string) {
  const npm = process.env.npm_execpath
  if (!npm) throw new Error('run it as "npm run image": stand-ins get the npm that runs them')
  cpSync(process.execPath, join(root, 'usr/local/bin/node'))
  cpSync(resolve(npm, '../..'), join(root, 'usr/local/lib/node_modules/npm'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'))

  mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true })
  cpSync(certificates, join(root, certificates), { dereference: true })
  // Only these settings, never whole files: they may contain passwords.
  const settings = execFileSync(process.execPath, [npm, 'config', 'get', 'registry', 'proxy', 'https-proxy'], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  mkdirSync(join(root, 'usr/local/etc'), { recursive: true })
  writeFileSync(join(root, 'usr/local/etc/npmrc'), `cafile=${certificates}\n${settings.replace(/^.*=null\n/gm, '')}`)

  for (const unused of ['dev', 'var/cache/apt', 'var/lib/apt/lists']) {
    rmSync(join(root, unused), { recursive: true })
    mkdirSync(join(root, unused))
  }
}

const runtimeFiles = [
  'usr/lib*/ld-linux*',
  'usr/lib/*-linux-gnu/ld-linux*',
  'usr/lib/*-linux-gnu/lib{c,m,dl,pthread,stdc++,gcc_s}.so.*',
  certificates.slice(1),
]

const passwd = [
  'root:x:0:0:root:/root:/sbin/nologin',
  'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin',
  'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin',
]

/** Copies only what a C++ program needs to run from a Debian root folder to a new one. */
function copyRuntime(debian: string, runtime: string) {
  for (const file of globSync(runtimeFiles, { cwd: debian }))
    cpSync(join(debian, file), join(runtime, file), { recursive: true, verbatimSymlinks: true })
  symlinkSync('usr/lib', join(runtime, 'lib'))
  symlinkSync('usr/lib64', join(runtime, 'lib64'))
  mkdirSync(join(runtime, 'tmp'), { mode: 0o1777 })
  mkdirSync(join(runtime, 'home/nonroot'), { recursive: true })
  writeFileSync(join(runtime, 'etc/passwd'), `${passwd.join('\n')}\n`)
}
