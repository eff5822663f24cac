import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hasEnded } from '../system/has-ended.ts'
import { type Command, run, searchPath } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { clusterName, logFolder, network, runFolder } from './cluster.ts'

/** An argument of every process that holds the node open or enters it. It finds them all, however `up` ended. */
const mark = `--wd=${runFolder}`

// The mounts keep things off the host: sockets, locks, state, logs, and the kernel settings that kubelet changes.
const inside = `set -e
mount -t tmpfs tmpfs /run
mount --bind "$FOLDER/var/lib" /var/lib
mount --bind "$FOLDER/var/log" /var/log
for setting in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops; do
  copy="/run/$(basename $setting)"
  cat "/proc/sys/$setting" >"$copy"
  mount --bind "$copy" "/proc/sys/$setting"
done
ip link set lo up
sysctl --quiet --write net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=1
exec "$@"`

/**
 * Opens the node: a network, a mount and a process namespace. When its process 1 is killed, the kernel kills all its
 * other processes and removes its mounts, links, routes and firewall rules. Returns what, put before a command, runs it
 * in the node.
 */
export async function openNode(pause: string, signal: AbortSignal): Promise<Command> {
  for (const folder of ['var/lib', 'var/log', 'log']) mkdirSync(join(runFolder, folder), { recursive: true })
  makeCgroups()
  await run(['modprobe', '--all', 'br_netfilter', 'overlay']).catch(() => {}) // many kernels have them built in

  const logFile = join(logFolder, 'node.log')
  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
  const outside = spawn('unshare', [...namespaces, 'sh', '-c', inside, 'sh', pause, mark], {
    detached: true,
    stdio: ['ignore', 'ignore', openSync(logFile, 'a')],
    env: { PATH: searchPath(), FOLDER: runFolder },
  })
  outside.unref()
  const id = await waitUntil(
    () => {
      const { first } = findProcesses()
      if (first === undefined) throw new Error(`the node does not start; see ${logFile}`)
      return first
    },
    { seconds: 10, signal, giveUp: () => hasEnded(outside) },
  )
  const enter: Command = ['nsenter', `--target=${id}`, '--net', '--mount', '--pid', mark]

  const { host, node, loadBalancers } = network
  const ip = (...words: string[]) => run(['ip', ...words])
  await ip('link', 'add', clusterName, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', `${id}`)
  await ip('address', 'add', `${host}/24`, 'dev', clusterName)
  await ip('link', 'set', clusterName, 'up')
  await run([...enter, 'ip', 'address', 'add', `${node}/24`, 'dev', 'eth0'])
  await run([...enter, 'ip', 'link', 'set', 'eth0', 'up']) // with no default route: the node reaches the host only
  await ip('route', 'add', loadBalancers, 'via', node, 'dev', clusterName)
  return enter
}

/** Ids, as the host counts them, of the processes that hold the node or entered it, and of the node's process 1. */
export function findProcesses() {
  const marked = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(id => ({ id: Number(id), words: commandLine(id) }))
    .filter(({ words }) => words.includes(mark))
  const first = marked.find(({ words: [program = ''] }) => basename(program) === 'pause')
  return { ids: marked.map(({ id }) => id), first: first?.id }
}

function commandLine(id: string) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
  } catch {
    return [] // it has ended meanwhile
  }
}

const cgroupRoot = '/sys/fs/cgroup'
const controllersFile = join(cgroupRoot, 'cgroup.controllers') // in cgroup version 2 only

/** The cgroup folders of the cluster: one in version 2, one for each controller in version 1. */
export function cgroupFolders() {
  if (existsSync(controllersFile)) return [join(cgroupRoot, clusterName)]
  const controllers = readdirSync(cgroupRoot, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return controllers.map(({ name }) => join(cgroupRoot, name, clusterName))
}

/** Makes them with all controllers, which kubelet needs. In version 2 a group has those that its parent enables. */
function makeCgroups() {
  for (const folder of cgroupFolders()) mkdirSync(folder, { recursive: true })
  if (!existsSync(controllersFile)) return
  const enable = readFileSync(controllersFile, 'utf8').trim().replace(/(^| )/g, '$1+')
  writeFileSync(join(cgroupRoot, 'cgroup.subtree_control'), enable)
}
