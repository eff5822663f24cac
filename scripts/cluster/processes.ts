import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { runFolder } from './places.ts'

/** Among the arguments of whatever holds the node or entered it: so all are found, however `up` ended. */
export const mark = `--wd=${runFolder}`

/** The processes outside that hold the node or wait for what runs in it, and process 1 of the node, as the host counts. */
export function findProcesses() {
  const marked = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(id => ({ id: Number(id), words: commandLine(id) }))
    .filter(({ words }) => words.includes(mark))
  const first = marked.find(({ words: [program = ''] }) => basename(program) === 'pause')
  return { ids: marked.map(({ id }) => id), first: first?.id }
}

/** The one child of a process. */
export const childOf = (id: number) => Number(readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ')[0])

function commandLine(id: string) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
  } catch {
    return [] // it has ended meanwhile
  }
}
