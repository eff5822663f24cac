import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { clusterName, logFolder, runFolder, withLock } from './cluster.ts'
import { cgroupFolders, findProcesses } from './node.ts'

/** Removes the cluster. Returns whether there was anything to remove. */
export const down = (): Promise<boolean> =>
  withLock(async () => {
    const found = await hostResources()
    await remove()
    return found.length > 0
  })

/** Removes whatever there is of a cluster, whole or not; throws if something stays. The caller holds the lock. */
export async function remove({ keepLogs = false } = {}): Promise<void> {
  await waitUntil(
    () => {
      const { ids } = findProcesses()
      for (const id of ids) kill(id)
      if (ids.length > 0) throw new Error(`these processes do not end: ${ids.join(' ')}`)
    },
    { seconds: 20 },
  )
  // The kernel deletes the link with the node's namespace, but some time later.
  await run(['ip', 'link', 'delete', clusterName]).catch(() => {})
  for (const group of cgroupFolders()) await waitUntil(() => removeGroup(group), { seconds: 20 })
  if (!keepLogs) rmSync(runFolder, { recursive: true, force: true })
  else
    for (const path of readdirSync(runFolder).map(name => join(runFolder, name)))
      if (path !== logFolder) rmSync(path, { recursive: true })

  const left = (await hostResources()).filter(resource => !keepLogs || resource !== runFolder)
  if (left.length > 0) throw new Error(`not everything could be removed:\n${left.join('\n')}`)
}

function kill(id: number) {
  try {
    process.kill(id, 'SIGKILL')
  } catch {} // it has ended by itself
}

function removeGroup(group: string) {
  if (!existsSync(group)) return
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) removeGroup(join(group, entry.name))
  rmdirSync(group)
}

/** What a cluster has on the host, one line each: processes, link, routes, mounts, cgroups, folder. */
export async function hostResources(): Promise<string[]> {
  const routes = (await run(['ip', 'route', 'show', 'table', 'all'])).split('\n')
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n')
  return [
    ...findProcesses().ids.map(id => `process ${id}`),
    ...(existsSync(`/sys/class/net/${clusterName}`) ? [`link ${clusterName}`] : []),
    ...routes.filter(route => route.includes(`dev ${clusterName}`)).map(route => `route ${route.trim()}`),
    ...mounts.filter(mount => mount.includes(runFolder)).map(mount => `mount ${mount}`),
    ...[...cgroupFolders(), runFolder].filter(existsSync),
  ]
}
