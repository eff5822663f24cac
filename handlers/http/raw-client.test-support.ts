import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { Ajv } from 'ajv'
import pino from 'pino'
import type { Test } from 'tap'
import problemSchema from '../schemas/problem.json' with { type: 'json' }
import type { Handler, Route } from './handler.ts'
import { type Limits, limits } from './limits.ts'
import { type Observe, serve } from './serve.ts'

type Answer = { status: number; headers: Record<string, string>; text: string }

type Options = { maxInFlight?: number; limits?: Partial<Limits>; observe?: Observe }
type Line = { level: number; msg: string; [key: string]: unknown }

/** The bytes of a request. Headers are separated by `\n`, which becomes CRLF; the body stays as it is. */
export const request = (start: string, headers = '', body = '') =>
  `${[`${start} HTTP/1.1`, 'Host: h', ...headers.split('\n').filter(Boolean)].join('\r\n')}\r\n\r\n${body}`

export const get = (path: string) => request(`GET ${path}`)

export const route = (method: Route['method'], path: string, handler: Handler): Route => ({ method, path, handler })

/** Serves routes on a free port until the test ends, with limits of its own; its log stays in memory. */
export async function start(t: Test, routes: Route[], { maxInFlight = 256, limits: own, observe }: Options = {}) {
  const lines: Line[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const service = serve({ routes, log, maxInFlight, limits: { ...limits, ...own }, observe })
  service.server.listen(0, '127.0.0.1')
  await once(service.server, 'listening')
  t.teardown(() => {
    service.server.close()
    service.server.closeAllConnections()
  })
  const { port } = service.server.address() as AddressInfo
  /** Lines of the log at level error and above. */
  const faults = () => lines.filter(({ level }) => level >= 50)
  return { ...service, port, lines, faults, dial: () => dial(port) }
}

export type Client = Awaited<ReturnType<typeof dial>>

/** A client that sends exactly the bytes it is given, and reads answers one by one. */
export async function dial(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received = ''
  let end: 'open' | 'closed' | 'reset' = 'open'
  socket.on('data', data => {
    received += data.toString('latin1')
  })
  socket.on('error', () => {
    end = 'reset'
  })
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  closed.then(() => {
    if (end === 'open') end = 'closed'
  })
  await once(socket, 'connect')

  const change = () => Promise.race([once(socket, 'data'), closed])
  return {
    socket,
    send(bytes: string | Uint8Array): void {
      if (socket.writable) socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    },
    /** Sends the request and waits for its answer. */
    async ask(bytes: string | Uint8Array, toHead = false): Promise<Answer> {
      this.send(bytes)
      return this.next(toHead)
    },
    /** Waits for the next whole answer; one to HEAD has no body. Rejects if the connection ends first. */
    async next(toHead = false): Promise<Answer> {
      let head = readHead(received, toHead)
      while (!head || received.length < head.length) {
        if (end !== 'open') throw new Error(`connection ${end} after ${JSON.stringify(received)}`)
        await change()
        head ??= readHead(received, toHead)
      }
      const { status, headers, blank, length } = head
      const text = received.slice(blank, length)
      received = received.slice(length)
      return { status, headers, text }
    },
    /** Waits for the end of the connection. `unread` is what came before it and was not read. */
    async ended(): Promise<{ end: typeof end; unread: string }> {
      await closed
      return { end, unread: received }
    },
  }
}

/** Reads the head of an answer: `blank` is where its body begins, `length` where it ends. */
function readHead(text: string, toHead: boolean) {
  const blank = text.indexOf('\r\n\r\n') + 4
  if (blank < 4) return undefined
  const [first = '', ...fields] = text.slice(0, blank - 4).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
  const headers: Answer['headers'] = Object.fromEntries(
    fields.map(field => [field.replace(/:.*/, '').toLowerCase(), field.replace(/^[^:]*: */, '')]),
  )
  const bodyless = toHead || status === 100
  return { status, headers, blank, length: blank + (bodyless ? 0 : Number(headers['content-length'])) }
}

const validProblem = new Ajv({ allErrors: true }).compile(problemSchema)

/** Asserts that an answer is a problem (RFC 9457) with this status, in the status line and in the body. */
export function isProblem(t: Test, { status, headers, text }: Answer, expected: number, name = String(expected)): void {
  t.equal(status, expected, name)
  t.equal(headers['content-type'], 'application/problem+json', `${name}: content type`)
  const body = JSON.parse(text)
  t.ok(validProblem(body), `${name}: ${JSON.stringify(validProblem.errors)}`)
  t.equal(body.status, status, `${name}: status in the body`)
  t.equal('detail' in body, status < 500, `${name}: detail below 500 only`)
}
