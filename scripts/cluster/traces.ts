import { existsSync, readFileSync } from 'node:fs'
import { run } from '../system/run.ts'
import { cgroups } from './cgroups.ts'
import { clusterName, runFolder } from './places.ts'
import { findProcesses } from './processes.ts'

/** All that a cluster leaves on the host while it runs, line by line; empty when there is none. */
export async function traces() {
  const routes = (await run(['ip', 'route', 'show', 'table', 'all'])).split('\n')
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
  return [
    ...findProcesses().ids.map(id => `process ${id}`),
    ...(existsSync(`/sys/class/net/${clusterName}`) ? [`link ${clusterName}`] : []),
    ...routes.filter(route => route.includes(`dev ${clusterName}`)).map(route => `route ${route.trim()}`),
    ...mounts.filter(mount => mount.includes(runFolder)).map(mount => `mount ${mount}`),
    ...[...cgroups(), runFolder].filter(existsSync),
  ]
}
