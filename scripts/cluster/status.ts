import { existsSync } from 'node:fs'
import { findProcesses } from './processes.ts'
import { programs } from './programs.ts'
import { readStage } from './stage.ts'

/** Each program of the cluster, with what is wrong with it; none when there is no whole cluster. */
export async function status() {
  const stage = readStage()
  if (!stage || findProcesses().first === undefined) return { stage: undefined, states: [] }
  const states = programs(stage)
    .flat()
    .map(async ({ name, check }) => {
      const id = stage.processes[name]
      const ended = existsSync(`/proc/${id}`) ? undefined : 'it has ended'
      return { name, id, problem: ended ?? (await check().then(() => undefined, messageOf)) }
    })
  return { stage, states: await Promise.all(states) }
}

const messageOf = (error: Error) => error.message
