import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '../system/wait-until.ts'
import type { Random } from './lab.ts'
import type { Service } from './service.ts'

type Settings = {
  service: Service
  random: Random
  /** Where objects are files, seen past the service and its faults. */
  folder: () => string
  /** Statuses of uploads beside 200. */
  refusals: readonly number[]
  lost: (what: string) => void
}

export type Traffic = ReturnType<typeof openTraffic>

const isNumber = (text = '') => /^\d{1,4}$/.test(text)

/** Calls `work` for each item, in so many lanes. */
export async function inParallel<T>(lanes: number, items: Iterable<T>, work: (item: T) => Promise<void>) {
  const rest = Iterator.from(items)
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Clients that use all endpoints all the time, and an account of what the service has acknowledged. */
export function openTraffic({ service, random, folder, refusals, lost }: Settings) {
  const agent = new Agent({ keepAlive: true })
  let healthAgent = new Agent()
  const acknowledged = new Map<string, string | undefined>() // object key → its text
  const orders = new Map<string, string | undefined>() // an order's Idempotency-Key → its object key
  const seen = new Set<string>()
  const counts = { acknowledged: 0, refused: 0, unanswered: 0, healthMs: 0 }
  /** How many objects may be there that nobody acknowledged. */
  let unreported = 0
  /** How many ms this program was behind its own timers, in all: that is not the service's time. */
  let late = 0
  let running = new AbortController()
  let clients: Promise<void>[] = []

  function read(key: string): string | undefined {
    try {
      return readFileSync(join(folder(), key), 'utf8')
    } catch {
      return undefined
    }
  }
  /** Keys of all objects. A file whose name begins with a dot is on its way. */
  function objects(): string[] {
    const names = readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    return names.filter(name => name.endsWith('.txt') && !/(^|\/)\./.test(name))
  }

  /** Resolves to the body of an answer with status 200, else to undefined. */
  async function ask(method: string, path: string, statuses: readonly number[], headers = {}, by = agent) {
    const start = performance.now()
    const outgoing = request({ host: '127.0.0.1', port: service.port, method, path, headers, agent: by })
    const timer = setTimeout(() => outgoing.destroy(new Error('no answer within 4 s')), 4000)
    outgoing.on('error', () => {}).end()
    try {
      const [reply] = (await once(outgoing, 'response')) as [IncomingMessage]
      const { statusCode = 0, headers } = reply
      const text = (await Array.fromAsync(reply.setEncoding('utf8'))).join('')
      if (statusCode === 200) return text
      counts.refused++
      if (!statuses.includes(statusCode)) lost(`${method} ${path} answered ${statusCode}`)
      if (statusCode === 503 && !headers['retry-after'] && path !== '/api/ready') lost(`${path}: 503, no Retry-After`)
    } catch (error) {
      counts.unanswered++
      const { runningSince, lastSignal } = service
      // Only while it is stopped: after SIGKILL any request, after SIGTERM one on a new connection.
      const mayBeCut = lastSignal === 'SIGKILL' || (lastSignal === 'SIGTERM' && !outgoing.reusedSocket)
      if (runningSince < start || !mayBeCut) lost(`${method} ${path}: ${(error as Error).message}`)
    } finally {
      clearTimeout(timer)
    }
    return undefined
  }

  /** Notes an acknowledged object: it has to be there now, and stay as it is. */
  function acknowledge(key: string) {
    const text = read(key)
    counts.acknowledged++
    if (!isNumber(text)) lost(`an acknowledged object is ${text}`)
    if (acknowledged.has(key) && acknowledged.get(key) !== text) lost('an acknowledged object has changed')
    acknowledged.set(key, text)
  }

  /** Uploads once, for an order or without one. Resolves to whether it was acknowledged. */
  async function upload(order?: string): Promise<boolean> {
    const known = order && orders.get(order)
    if (order) orders.set(order, known)
    const text = await ask('POST', '/api/upload-random', refusals, order && { 'Idempotency-Key': order })
    if (!text && !order) unreported++
    if (!text) return false
    const { key } = JSON.parse(text)
    if (order ? known && known !== key : acknowledged.has(key)) lost('an upload was given the object of another')
    if (order) orders.set(order, key)
    acknowledge(key)
    return true
  }

  /** Uploads until it works. */
  async function uploadSurely(order?: string) {
    const work = async () => {
      if (!(await upload(order))) throw new Error('no upload works five seconds after the fault')
    }
    await waitUntil(work, { seconds: 5, pauseMs: 50 })
  }

  async function useAll() {
    const recent = random.pick([...orders.keys()].slice(-50))
    const stored = await upload(random.pick([undefined, undefined, recent, random.name(), random.name()]))
    const path = random.pick(['/api/mirror?word=abc123', '/api/ready', '/api/openapi.json'])
    const text = await ask('GET', path, [503])
    if (text && path.includes('mirror') && text !== '{"transformed":"678CBA"}') lost(`${path} answered ${text}`)
    await sleep(stored ? 10 : 40)
  }

  /** Looks at each object as soon as it is visible: one that becomes whole later was a half one. */
  async function watchObjects() {
    const start = performance.now()
    for (const key of objects()) {
      if (!seen.has(key) && !isNumber(read(key))) lost(`a half object was visible: ${key}`)
      seen.add(key)
    }
    // A long run has a hundred thousand.
    await sleep(100 + 10 * (performance.now() - start))
  }

  async function watchLab() {
    const start = performance.now()
    await sleep(10)
    late += performance.now() - start - 10
  }

  async function watchHealth() {
    const [start, lateBefore] = [performance.now(), late]
    await ask('GET', '/api/health', [], {}, healthAgent)
    const ms = Math.round(performance.now() - start - (late - lateBefore))
    if (service.runningSince < start) counts.healthMs = Math.max(counts.healthMs, ms)
    await sleep(100)
  }

  return {
    counts,
    acknowledge,
    uploadSurely,
    /** Tells that others have sent so many uploads, whose answers they do not report. */
    expectUnreported(count: number) {
      unreported += count
    },
    /** Tells that every object is lost by the fault itself. */
    forget() {
      for (const known of [acknowledged, orders, seen]) known.clear()
    },
    /** From now on asks for health over one connection. */
    keepHealthConnection() {
      healthAgent = new Agent({ keepAlive: true, maxSockets: 1 })
    },
    /** Starts eight clients, each with one request at a time. */
    start() {
      running = new AbortController()
      const { signal } = running
      clients = [watchObjects, watchLab, watchHealth, ...Array(8).fill(useAll)].map(async work => {
        while (!signal.aborted) await work()
      })
    },
    /** Stops the clients, and closes their connections. */
    async stop() {
      running.abort()
      await Promise.all(clients)
      agent.destroy()
      healthAgent.destroy()
    },
    /** Repeats orders, as clients do that had no answer, and compares all that is known with what is there. */
    async compare() {
      const repeated = [...orders].reverse().filter(([_, known], index) => index < 20 || !known)
      await inParallel(8, repeated, ([order]) => uploadSurely(order))
      agent.destroy()
      for (const [key, text] of acknowledged)
        if (read(key) !== text) lost(`an acknowledged object is ${read(key)} later`)
      for (const key of objects()) if (!isNumber(read(key))) lost(`an object is ${read(key)}`)
      const unacknowledged = objects().filter(key => !acknowledged.has(key)).length
      if (unacknowledged > unreported) lost(`${unacknowledged} objects of at most ${unreported} unanswered uploads`)
      if (counts.healthMs > 1000) lost(`health was answered after ${counts.healthMs} ms`)
    },
  }
}
