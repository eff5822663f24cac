import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../system/run.ts'
import { waitUntil } from '../system/wait-until.ts'
import { cgroups } from './cgroups.ts'
import { clusterName, logFolder, runFolder } from './places.ts'
import { findProcesses } from './processes.ts'
import { traces } from './traces.ts'

/** Removes whatever there is of a cluster, whole or not; throws when something stays. */
export async function remove({ keepLogs = false } = {}) {
  await waitUntil(
    () => {
      const { ids } = findProcesses()
      for (const id of ids) kill(id)
      if (ids.length > 0) throw new Error(`processes do not end: ${ids.join(' ')}`)
    },
    { seconds: 20 },
  )
  // It goes with its namespace, but some time later.
  await run(['ip', 'link', 'delete', clusterName]).catch(() => {})
  for (const group of cgroups()) await waitUntil(() => removeGroup(group), { seconds: 20 })
  const parts = existsSync(runFolder) ? readdirSync(runFolder).map(name => join(runFolder, name)) : []
  for (const part of parts) if (!keepLogs || part !== logFolder) rmSync(part, { recursive: true })
  if (!keepLogs) rmSync(runFolder, { recursive: true, force: true })

  const left = (await traces()).filter(trace => !keepLogs || trace !== runFolder)
  if (left.length > 0) throw new Error(`not everything could be removed:\n${left.join('\n')}`)
}

function kill(id: number) {
  try {
    process.kill(id, 'SIGKILL')
  } catch {} // it ended by itself
}

function removeGroup(group: string) {
  if (!existsSync(group)) return
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) removeGroup(join(group, entry.name))
  rmdirSync(group)
}
