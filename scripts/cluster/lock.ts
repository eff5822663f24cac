import { once } from 'node:events'
import { createServer } from 'node:net'
import { clusterName } from './places.ts'

/** Does something while nobody else on this machine does. The kernel gives such a lock back whenever its holder ends. */
export async function lock<T>(work: () => Promise<T>) {
  const server = createServer()
  try {
    await once(server.listen(`\0${clusterName}`), 'listening')
  } catch {
    throw new Error('another npm run cluster is at work on this machine')
  }
  try {
    return await work()
  } finally {
    server.close()
  }
}
