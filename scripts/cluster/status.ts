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
      const problem = await check().then(
        () => undefined,
        error => (error as Error).message,
      )
      return { name, id: stage.processes[name], problem }
    })
  return { stage, states: await Promise.all(states) }
}
