import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random.ts'

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }
type Act = (ask: () => Promise<Answer>, response: ServerResponse, random: Random) => unknown

export type Fault = keyof typeof faults
export type FaultProxy = Awaited<ReturnType<typeof faultProxy>>

const xml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>injected</Message></Error>`
const reply = (status: number, body: string, headers = {}): Act => {
  return (_, response) => response.writeHead(status, { 'Content-Type': 'application/xml', ...headers }).end(body)
}
const pass = async (ask: () => Promise<Answer>, response: ServerResponse) => {
  const { status, headers, body } = await ask()
  response.writeHead(status, headers).end(body)
}
const inAnHour = () => new Date(Date.now() + 3_600_000).toUTCString()

/** What can go wrong with one request to S3. */
const faults = {
  latency: async (ask, response, random) => {
    await sleep(random.between(20, 700))
    await pass(ask, response)
  },
  silence: () => {},
  'reset before the write': (_, response) => response.socket?.resetAndDestroy(),
  'reply lost after the write': async (ask, response) => {
    await ask()
    response.socket?.resetAndDestroy()
  },
  'silence after the write': ask => ask(),
  'slow down': reply(503, xml('SlowDown')),
  conflict: reply(409, xml('ConditionalRequestConflict')),
  'truncated head': async (ask, response) => {
    await ask()
    response.socket?.end('HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Le')
  },
  'truncated body': (_, response) => response.socket?.end(`HTTP/1.1 500 No\r\nContent-Length: 999\r\n\r\n${xml('In')}`),
  'another protocol': (_, response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
  'web page': reply(200, '<!doctype html><title>console</title>', { 'Content-Type': 'text/html' }),
  'web page of an error': reply(502, '<!doctype html><title>Bad Gateway</title>', { 'Content-Type': 'text/html' }),
  'expired token': reply(400, xml('ExpiredToken')),
  'clock an hour ahead': (ask, response, random) =>
    reply(403, xml('RequestTimeTooSkewed'), { Date: inAnHour() })(ask, response, random),
} satisfies Record<string, Act>

/** An HTTP proxy on loopback in front of an S3 server. It passes everything on until `inject` is called. */
export async function faultProxy(target: string) {
  const agent = new Agent({ keepAlive: true })
  let current: { names: readonly Fault[]; rate: number; random: Random } | undefined
  let injected = 0

  const server = createServer(async (message, response) => {
    const body = Buffer.concat(await Array.fromAsync(message as AsyncIterable<Buffer>).catch(() => []))
    const act: Act = current?.random.chance(current.rate) ? faults[current.random.pick(current.names)] : pass
    if (act !== pass) injected++
    try {
      await act(() => forward(message, body), response, (current as NonNullable<typeof current>)?.random)
    } catch {
      response.socket?.resetAndDestroy() // the S3 server is down
    }
  })
  async function forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const outgoing = request(target + url, { method: method as string, headers, agent }).end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const chunks = await Array.fromAsync(answer as AsyncIterable<Buffer>)
    return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(chunks) }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on this share of requests meets one of these faults. */
    inject(names: readonly Fault[], rate: number, random: Random) {
      injected = 0
      current = { names, rate, random }
    },
    /** Ends the faults, and every connection. Returns how many requests met a fault. */
    heal(): number {
      current = undefined
      server.closeAllConnections()
      return injected
    },
    close() {
      agent.destroy()
      server.close()
      server.closeAllConnections()
    },
  }
}
