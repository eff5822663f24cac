import { execFileSync } from 'node:child_process'
import type { Phase, Phases } from './lab.ts'

const unshare = ['unshare', '--map-root-user', '--mount', 'sh', '-ec']

/** Uploads to a mount of its own, which only the service sees. Commands have the folder in $0. */
const mounted = (mount: string, begin: string, end: string, refusals: number[], isLost = false): Phase => ({
  wrapper: [...unshare, `set -- "\${STAGING#file:}" "$@"; sh -ec '${mount}' "$1"; shift; exec "$@"`, 'sh'],
  refusals,
  async run({ service, traffic, folder, seconds, wait, lost }) {
    const inside = ['-t', String(service.pid), '-U', '-m', '--preserve-credentials', 'sh', '-ec']
    execFileSync('nsenter', [...inside, begin, folder])
    await wait(seconds * 700)
    await traffic.stop()
    if ((await service.figures()).cpu > 0.5) lost('it computes after all uploads have been answered')
    if (isLost) traffic.forget()
    execFileSync('nsenter', [...inside, end, folder])
    traffic.start()
  },
})
const tmpfs = 'mount -t tmpfs -o size=128m uploads $0'

/** Uploads to a file system that this code, which Node loads before the service, makes poor. */
const poor = (code: string): Phase => {
  const module = `import fs from "node:fs/promises"
    import { syncBuiltinESMExports } from "node:module"
    const { open } = fs
    const refuse = code => Promise.reject(Object.assign(new Error("injected"), { code }))
    const change = sync => fs.open = async (...args) => {
      const file = await open(...args)
      return Object.assign(file, { sync: sync.bind(file, file.sync.bind(file), (await file.stat()).isDirectory()) })
    }
    ${code}
    syncBuiltinESMExports()`
  return {
    wrapper: ['env', `NODE_OPTIONS=--import data:text/javascript,${encodeURIComponent(module)}`],
  }
}

/** Faults between the service and its disk. */
export const diskPhases: Phases = {
  'disk: full': mounted(tmpfs, 'cat /dev/zero 2>&1 > $0/filler || true', 'rm $0/filler', [502, 503]),
  'disk: read-only': mounted(tmpfs, 'mount -o remount,ro $0', 'mount -o remount,rw $0', [502]),
  'disk: mounted folder is deleted on the host': mounted(
    'mkdir -p $0-host; mount --bind $0-host $0',
    'rm -r $0-host',
    'umount -l $0',
    [502],
    true,
  ),
  'disk: slow': poor('change(sync => new Promise(done => setTimeout(done, Math.random() * 600)).then(sync))'),
  'disk: without hard links': poor('fs.link = () => refuse("EPERM")'),
  'disk: without fsync of folders': poor('change((sync, isFolder) => isFolder ? refuse("EINVAL") : sync())'),
  'disk: out of file descriptors': {
    async run({ service, traffic, seconds, wait }) {
      const limit = (most: number) => execFileSync('prlimit', ['--pid', String(service.pid), `--nofile=${most}:`])
      traffic.keepHealthConnection() // new ones cannot be accepted
      await wait(500) // until all clients are connected
      limit((await service.figures()).descriptors)
      await wait(seconds * 700)
      limit(1024)
    },
  },
}
