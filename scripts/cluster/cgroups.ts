import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterName } from './places.ts'

const root = '/sys/fs/cgroup'
const controllersFile = join(root, 'cgroup.controllers') // in version 2 only

/** The cgroup of the cluster: one folder in version 2, one for each controller in version 1. */
export function cgroups() {
  if (existsSync(controllersFile)) return [join(root, clusterName)]
  const controllers = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return controllers.map(({ name }) => join(root, name, clusterName))
}

/** kubelet wants all controllers there; in version 2 a group has those that its parent hands down. */
export function makeCgroups() {
  for (const group of cgroups()) mkdirSync(group, { recursive: true })
  if (!existsSync(controllersFile)) return
  const handDown = readFileSync(controllersFile, 'utf8').trim().replace(/(^| )/g, '$1+')
  writeFileSync(join(root, 'cgroup.subtree_control'), handDown)
}
