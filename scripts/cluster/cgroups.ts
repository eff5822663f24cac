import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clusterName } from './places.ts'

const root = '/sys/fs/cgroup'

/** The cgroup of the cluster: one folder in version 2, one for each controller in version 1. */
export function cgroups() {
  if (existsSync(join(root, 'cgroup.controllers'))) return [join(root, clusterName)]
  const controllers = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return controllers.map(({ name }) => join(root, name, clusterName))
}
