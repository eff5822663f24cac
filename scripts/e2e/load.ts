import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

export type Target = { method?: 'GET' | 'POST'; path: string }
export type Answer = { status: number; headers: Record<string, unknown>; body: string }
export type Load = { requests: number; failures: string[]; answers: Answer[]; lastFailure: number }

/** One request; rejects where the connection fails. */
export async function ask(
  address: string,
  { method = 'GET', path }: Target,
  agent: Agent | false = false,
): Promise<Answer> {
  const sent = request(`${address}${path}`, { method, agent, timeout: 10_000 })
  sent.on('timeout', () => sent.destroy(new Error('no answer within 10 s')))
  sent.end()
  const [response] = await once(sent, 'response')
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { status: response.statusCode, headers: response.headers, body }
}

const running = new Set<() => Promise<unknown>>()

/** Ends whatever load a proof that failed has left. */
export const stopLoads = () => Promise.all([...running].map(stop => stop()))

/**
 * Steady load: half of the clients keep their connections, half open a new one for each request; each pauses between two, so
 * that the autoscaler is not called and the host does not run out of ports. Every answer but 200 is a failure. `stop` ends it
 * once there were so many requests.
 */
export function startLoad(address: string, target: Target, { clients = 20, pauseMs = 15, keepAnswers = false } = {}) {
  const load: Load = { requests: 0, failures: [], answers: [], lastFailure: 0 }
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
        const answer = await ask(address, target, agent)
        if (answer.status !== 200) fail(`${answer.status} ${answer.body}`)
        if (keepAnswers) load.answers.push(answer)
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
