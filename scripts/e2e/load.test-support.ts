import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

export type Call = { method?: string; path: string; headers?: Record<string, string> }
export type Reply = { call: Call; status: number; headers: Record<string, unknown>; body: string }
type Load = { requests: number; failures: string[]; replies: Reply[]; lastFailure: number }

export const upload = { method: 'POST', path: '/api/upload-random' } as const

/** Sends one request; rejects if the connection fails. */
export async function ask(address: string, call: Call, agent: Agent | false = false): Promise<Reply> {
  const { method = 'GET', path, headers } = call
  const sent = request(`${address}${path}`, { method, headers, agent, timeout: 10_000 })
  sent.on('timeout', () => sent.destroy(new Error('no reply within 10 s')))
  sent.end()
  const [response] = await once(sent, 'response')
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { call, status: response.statusCode, headers: response.headers, body }
}

const running = new Set<() => Promise<unknown>>()

/** Ends the loads of a proof that failed. */
export const stopLoads = () => Promise.all([...running].map(stop => stop()))

/**
 * Steady load: half of the clients keep their connections, half open a new one for each request. The pause between two
 * requests keeps the autoscaler quiet and the host from running out of ports. Every status but 200 is a failure. `stop` ends
 * the load after at least so many requests. A function as `call` gets the number of the request.
 */
export function startLoad(
  address: string,
  call: Call | ((count: number) => Call),
  { clients = 20, pauseMs = 15, keepReplies = false } = {},
) {
  const load: Load = { requests: 0, failures: [], replies: [], lastFailure: 0 }
  const fail = (failure: string) => {
    load.failures.push(failure)
    load.lastFailure = performance.now()
  }
  let least = Number.POSITIVE_INFINITY
  const client = async (_: unknown, index: number) => {
    const agent = index % 2 === 0 && new Agent({ keepAlive: true, maxSockets: 1 })
    while (load.requests < least) {
      load.requests++
      try {
        const reply = await ask(address, typeof call === 'function' ? call(load.requests) : call, agent)
        if (reply.status !== 200) fail(`${reply.status} ${reply.body}`)
        if (keepReplies) load.replies.push(reply)
      } catch (error) {
        fail((error as Error).message)
      }
      if (pauseMs > 0) await delay(pauseMs)
    }
    if (agent) agent.destroy()
  }
  const ended = Promise.all(Array.from({ length: clients }, client))
  async function stop(requests = 0): Promise<Load> {
    least = requests
    await ended
    running.delete(stop)
    return load
  }
  running.add(stop)
  return { stop }
}
