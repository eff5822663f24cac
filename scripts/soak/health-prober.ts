import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * Runs as a worker thread, so that the lab's own work does not delay it. Asks for health every 100 ms, each time over
 * a new connection or always over the same. Messages: true watches, false looks away, 'stop' sends the findings.
 */
const { port, reuse } = workerData as { port: number; reuse: boolean }
export type Health = { probes: number; slowestMs: number; failures: string[] }

const boundMs = 1000
const agent = reuse && new Agent({ keepAlive: true, maxSockets: 1 })
const health: Health = { probes: 0, slowestMs: 0, failures: [] }
let watching = 0 // changes with each message: the answer to an older probe does not count

function probe() {
  const [start, watch] = [performance.now(), watching]
  const finish = (failure?: string) => {
    clearTimeout(timer)
    if (watch !== watching || watch % 2 === 0) return
    const ms = Math.round(performance.now() - start)
    health.probes++
    health.slowestMs = Math.max(health.slowestMs, ms)
    if (failure || ms > boundMs) health.failures.push(`health after ${ms} ms: ${failure ?? 'late'}`)
  }
  const request = get({ host: '127.0.0.1', port, path: '/api/health', agent }, response => {
    response.resume().once('end', () => finish(response.statusCode === 200 ? undefined : `${response.statusCode}`))
  })
  const timer = setTimeout(() => request.destroy(new Error(`no answer within ${boundMs} ms`)), boundMs)
  request.once('error', ({ message }) => finish(message))
}

const timer = setInterval(() => watching % 2 === 1 && probe(), 100)
parentPort?.on('message', (message: boolean | 'stop') => {
  if (message === 'stop') {
    clearInterval(timer)
    if (agent) agent.destroy()
    parentPort?.postMessage(health)
    parentPort?.close()
  } else if (message !== (watching % 2 === 1)) watching++
})
