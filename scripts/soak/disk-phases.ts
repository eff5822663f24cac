import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import type { Lab, Phase } from './run-phase.ts'

/** Runs a command where the service sees its own mounts. */
const inside = ({ service }: Lab, ...command: string[]) =>
  execFileSync('nsenter', ['-t', String(service.pid), '-U', '-m', '--preserve-credentials', ...command])

const tmpfs = 'mount -t tmpfs -o size=128m uploads "$1"'

/** Uploads to a file system that is poor or slow, as file-system-faults.ts says. */
const poorFileSystem = (fault: string, refusals: number[]): Phase => ({
  name: `disk: ${fault}`,
  storage: 'directory',
  refusals,
  preload: new URL('file-system-faults.ts', import.meta.url).href,
  async run({ seconds, wait, folder }) {
    writeFileSync(`${folder}-fault`, fault)
    await wait(seconds * 700)
    rmSync(`${folder}-fault`)
  },
})

/** Faults between the service and its disk. */
export const diskPhases: readonly Phase[] = [
  {
    name: 'disk: full',
    storage: 'directory',
    refusals: [502, 503],
    mounts: tmpfs,
    async run(lab) {
      const filler = `${lab.folder}/filler`
      for (let round = 0; round < lab.scaled(1, 20); round++) {
        inside(lab, 'sh', '-c', `cat /dev/zero > ${filler} 2>/dev/null || true`)
        await lab.wait(lab.seconds * 400)
        inside(lab, 'rm', filler)
        await lab.wait(100)
      }
    },
  },
  {
    name: 'disk: read-only',
    storage: 'directory',
    refusals: [502],
    mounts: tmpfs,
    async run(lab) {
      inside(lab, 'mount', '-o', 'remount,ro', lab.folder)
      await lab.wait(lab.seconds * 700)
      inside(lab, 'mount', '-o', 'remount,rw', lab.folder)
    },
  },
  {
    name: 'disk: mounted folder is deleted on the host',
    storage: 'directory',
    refusals: [502],
    mounts: 'mkdir "$1-host" && mount --bind "$1-host" "$1"',
    async run(lab) {
      const { service, traffic, folder, seconds, wait } = lab
      rmSync(`${folder}-host`, { recursive: true })
      await wait(seconds * 500)
      await traffic.stop()
      await wait(1500) // the deadline of uploads
      const load = await service.load()
      if (load > 0.1) traffic.losses.add(`uses ${Math.round(load * 100)} % of a core after all uploads have ended`)
      traffic.forget()
      inside(lab, 'umount', '-l', folder)
      traffic.start()
    },
  },
  poorFileSystem('slow', [503]),
  poorFileSystem('without hard links', []),
  poorFileSystem('without fsync of folders', []),
  {
    name: 'disk: out of file descriptors',
    storage: 'directory',
    reuseConnection: true,
    async run({ service, seconds, wait }) {
      const limit = (most: number) => execFileSync('prlimit', ['--pid', String(service.pid), `--nofile=${most}:`])
      await wait(300) // until the clients are connected
      limit(service.figures().descriptors)
      await wait(seconds * 700)
      limit(1024)
    },
  },
]
