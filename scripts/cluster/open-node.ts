import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { run, searchPath } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { makeCgroups } from './cgroups.ts'
import { clusterName, logFolder, network, runFolder } from './places.ts'
import { findProcesses, mark } from './processes.ts'

// What would leave a trace on the host goes elsewhere: sockets and locks, state, logs, and the settings of the kernel that
// kubelet makes unasked.
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
 * The node is a network, a mount and a process namespace. When its process 1 is killed, the kernel kills all others in it,
 * and mounts, links, routes and firewall rules go with them: so nothing of it can be forgotten. Resolves to what, put
 * before a command, runs it there.
 */
export async function openNode(pause: string, signal: AbortSignal): Promise<[string, ...string[]]> {
  for (const folder of ['var/lib', 'var/log', 'log']) mkdirSync(join(runFolder, folder), { recursive: true })
  makeCgroups()
  await run(['modprobe', '--all', 'br_netfilter', 'overlay']).catch(() => {}) // many kernels have them built in

  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
  const outside = spawn('unshare', [...namespaces, 'sh', '-c', inside, 'sh', pause, mark], {
    detached: true,
    stdio: ['ignore', 'ignore', openSync(join(logFolder, 'node.log'), 'a')],
    env: { PATH: searchPath, FOLDER: runFolder },
  })
  outside.unref()
  const id = await waitUntil(
    () => {
      const { first } = findProcesses()
      if (first === undefined) throw new Error(`the node does not open; see ${join(logFolder, 'node.log')}`)
      return first
    },
    { seconds: 10, signal, isHopeless: () => outside.exitCode !== null },
  )
  const enter: [string, ...string[]] = ['nsenter', `--target=${id}`, '--net', '--mount', '--pid', mark]

  const { host, node, loadBalancers } = network
  const ip = (...words: string[]) => run(['ip', ...words])
  await ip('link', 'add', clusterName, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', `${id}`)
  await ip('address', 'add', `${host}/24`, 'dev', clusterName)
  await ip('link', 'set', clusterName, 'up')
  await run([...enter, 'ip', 'address', 'add', `${node}/24`, 'dev', 'eth0'])
  await run([...enter, 'ip', 'link', 'set', 'eth0', 'up']) // and no default route: from inside nothing else is reached
  await ip('route', 'add', loadBalancers, 'via', node, 'dev', clusterName)
  return enter
}
