import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const certificates = '/etc/ssl/certs/ca-certificates.crt'

/** Puts the Node and npm that run this, and this machine's way to the npm registry, into a Debian root folder. */
export function addNode(root: string) {
  const npm = process.env.npm_execpath
  if (!npm) throw new Error('start it by "npm run image": stand-ins take the npm that runs them')
  cpSync(process.execPath, join(root, 'usr/local/bin/node'))
  cpSync(resolve(npm, '../..'), join(root, 'usr/local/lib/node_modules/npm'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'))

  mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true })
  cpSync(certificates, join(root, certificates), { dereference: true })
  // By name, never the files as a whole: they may hold passwords.
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
