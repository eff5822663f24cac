import { createHash } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { mirrored } from '../../handlers/mirror.ts'
import type { Random } from './random.ts'
import type { Storage } from './storage.ts'

type Reply = { status: number; headers: IncomingHttpHeaders; text: string }
type Settings = {
  port: number
  storage: Storage
  random: Random
  /** Statuses of uploads beside 200. */
  refusals: readonly number[]
  /** Time for an answer. */
  answerMs: number
  /** Whether the process is killed or stopped: 'gracefully' if it has to answer what it has begun. */
  ends: 'never' | 'gracefully' | 'abruptly'
}

export type Traffic = ReturnType<typeof traffic>

const isNumber = (text: string | undefined) => text !== undefined && /^\d{1,4}$/.test(text)
/** Clients that mirror and upload all the time, and an account of what the service has acknowledged. */
export function traffic({ port, storage, random, refusals, answerMs, ends }: Settings) {
  const agent = new Agent({ keepAlive: true })
  const acknowledged = new Map<string, string>() // object key → its text
  const idempotencyKeys = new Map<string, string>() // Idempotency-Key → object key
  const losses = new Set<string>()
  const counts = { sent: 0, acknowledged: 0, refused: 0, unanswered: 0, mirrored: 0 }
  /** How many objects nobody acknowledged may be there. */
  let unknown = 0
  const seen = new Set<string>()
  let running: AbortController | undefined
  let clients: Promise<unknown>[] = []

  function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Reply | undefined> {
    return new Promise(resolve => {
      const fail = (why: string) => {
        clearTimeout(timer)
        counts.unanswered++
        const allowed = ends === 'abruptly' || (ends === 'gracefully' && !outgoing.reusedSocket)
        if (!allowed) losses.add(`${method} ${path.replace(/\?.*/, '')}: ${why}`)
        resolve(undefined)
      }
      const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent }, async incoming => {
        try {
          const chunks = await Array.fromAsync(incoming as AsyncIterable<Buffer>)
          clearTimeout(timer)
          resolve({
            status: incoming.statusCode as number,
            headers: incoming.headers,
            text: String(Buffer.concat(chunks)),
          })
        } catch (error) {
          fail((error as Error).message)
        }
      })
      outgoing.once('error', ({ message }) => fail(message))
      const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${answerMs} ms`)), answerMs)
      outgoing.end()
    })
  }

  function mayPass({ status, headers }: Reply, path: string, statuses: readonly number[]): void {
    if (!statuses.includes(status)) losses.add(`${path} answered ${status}`)
    if (status === 503 && !headers['retry-after']) losses.add(`${path} answered 503 without Retry-After`)
  }

  async function mirrorOnce() {
    const word = `aB${random.between(0, 1e9)}`
    const reply = await ask('GET', `/api/mirror?word=${word}`)
    if (reply?.status !== 200) return reply && mayPass(reply, '/api/mirror', [503])
    counts.mirrored++
    if (reply.text !== JSON.stringify({ transformed: mirrored(word) }))
      losses.add(`/api/mirror?word=${word} answered ${reply.text}`)
  }

  /** Notes an acknowledged object. It has to be there now, and stay as it is. */
  function acknowledge(key: string, isRepeatable = false): void {
    const [text, before] = [storage.read(key), acknowledged.get(key)]
    counts.acknowledged++
    if (!isNumber(text)) losses.add(`an acknowledged object is ${JSON.stringify(text)}`)
    if (before !== undefined && !isRepeatable) losses.add('two uploads were given one object')
    if (before !== undefined && before !== text) losses.add('an Idempotency-Key changed its object')
    acknowledged.set(key, text ?? '')
  }

  /** Uploads once. Resolves to whether it was acknowledged. */
  async function upload(idempotencyKey?: string): Promise<boolean> {
    counts.sent++
    const headers = idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : undefined
    const reply = await ask('POST', '/api/upload-random', headers)
    if (reply?.status !== 200) {
      if (reply) counts.refused++
      if (!idempotencyKey) unknown++
      if (reply) mayPass(reply, '/api/upload-random', refusals)
      return false
    }
    const { key } = JSON.parse(reply.text) as { key: string }
    const expected = idempotencyKey && idempotencyKeys.get(idempotencyKey)
    if (expected && !`/${key}`.endsWith(`/${expected}`)) losses.add('an Idempotency-Key was given another object')
    acknowledge(key, idempotencyKey !== undefined)
    return true
  }

  function anyIdempotencyKey(): string | undefined {
    const kind = random.between(0, 5)
    if (kind < 2) return undefined
    if (kind === 2 && idempotencyKeys.size > 0) return random.pick([...idempotencyKeys.keys()].slice(-50))
    const key = `order ${random.between(0, 1e12)}`
    const hash = createHash('sha256').update(key).digest('hex')
    idempotencyKeys.set(key, `idempotency/${hash}.txt`)
    return key
  }

  /** Looks at each object as soon as it is visible: one that becomes whole later was a half one. */
  async function watch(signal: AbortSignal) {
    while (!signal.aborted) {
      for (const key of storage.keys()) {
        if (!seen.has(key) && !isNumber(storage.read(key))) losses.add(`a half object was visible: ${key}`)
        seen.add(key)
      }
      await sleep(100)
    }
  }

  async function client(signal: AbortSignal) {
    while (!signal.aborted) {
      const stored = await upload(anyIdempotencyKey())
      await mirrorOnce()
      await sleep(stored ? 10 : 40)
    }
  }

  return {
    counts,
    /** Tells that every object is lost by the fault itself. */
    forget() {
      for (const known of [acknowledged, idempotencyKeys, seen]) known.clear()
    },
    losses,
    upload,
    acknowledge,
    /** Tells that others have sent so many uploads, whose answers they do not report. */
    expectUnknown(count = 1) {
      unknown += count
    },
    /** Starts eight clients, each with one request at a time. */
    start() {
      running = new AbortController()
      const { signal } = running
      clients = [watch(signal), ...Array.from({ length: 8 }, () => client(signal))]
    },
    async stop() {
      running?.abort()
      await Promise.all(clients)
      clients = []
    },
    /** Asks again for up to so many keys, as a client does that had no answer: each has to have one object. */
    async repeatKeys(count: number) {
      for (const key of [...idempotencyKeys.keys()].slice(-count)) {
        if (!(await upload(key))) losses.add('a repeated Idempotency-Key is not stored after the fault')
      }
    },
    /** Compares what was acknowledged with what is there. */
    compare() {
      const objects = new Map(storage.keys().map(key => [key, storage.read(key)]))
      for (const [key, text] of acknowledged) {
        if (objects.get(key) !== text) losses.add(`an acknowledged object is ${JSON.stringify(objects.get(key))} later`)
      }
      for (const text of objects.values()) if (!isNumber(text)) losses.add(`an object is ${JSON.stringify(text)}`)
      const ours = new Set(idempotencyKeys.values())
      const strangers = [...objects.keys()].filter(
        key => !acknowledged.has(key) && !ours.has(key.slice(key.lastIndexOf('idempotency/'))),
      )
      if (strangers.length > unknown) losses.add(`${strangers.length} objects of at most ${unknown} unanswered uploads`)
    },
    disconnect: () => agent.destroy(),
  }
}
