import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random.ts'

type Answer = { status: number; headers: IncomingMessage['headers'] | Record<string, string>; body: Buffer | string }
/** Answers a request with a fault. `ask` does what was asked for, and resolves to the right answer. */
type Act = (response: ServerResponse, ask: () => Promise<Answer>, random: Random) => unknown

export type S3Fault = keyof typeof s3Faults
export type AgentFault = keyof typeof agentFaults

const reply = (status: number, body: string, headers = {}): Act => {
  return response => response.writeHead(status, { 'Content-Type': 'application/xml', ...headers }).end(body)
}
const xml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>injected</Message></Error>`
const page = (status: number) => reply(status, '<!doctype html><title>x</title>', { 'Content-Type': 'text/html' })
const pass: Act = async (response, ask) => {
  const { status, headers, body } = await ask()
  response.writeHead(status, headers).end(body)
}
const inAnHour = () => new Date(Date.now() + 3_600_000).toUTCString()

const common = {
  slow: async (response, ask, random) => {
    await sleep(random.between(20, 500))
    await pass(response, ask, random)
  },
  silence: () => {},
  reset: response => response.socket?.resetAndDestroy(),
  'web page': page(200),
} satisfies Record<string, Act>

/** What can go wrong with one request to S3. */
const s3Faults = {
  ...common,
  'reset after the write': async (response, ask) => {
    await ask()
    response.socket?.resetAndDestroy()
  },
  'silence after the write': (_, ask) => ask(),
  'slow down': reply(503, xml('SlowDown')),
  conflict: reply(409, xml('ConditionalRequestConflict')),
  'expired token': reply(400, xml('ExpiredToken')),
  'clock an hour ahead': (...args) => reply(403, xml('RequestTimeTooSkewed'), { Date: inAnHour() })(...args),
  'truncated head': async (response, ask) => {
    await ask()
    response.socket?.end('HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Le')
  },
  'truncated body': response => response.socket?.end(`HTTP/1.1 500 No\r\nContent-Length: 999\r\n\r\n${xml('In')}`),
  'another protocol': response => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
  'page of a proxy': page(502),
} satisfies Record<string, Act>

const wrongKeys: Act = (...args) => reply(200, credentials('nobody', 'x'))(...args)
/** What can go wrong with one look-up of credentials. */
const agentFaults = { ...common, error: reply(500, 'injected'), 'wrong keys': wrongKeys }

/** Credentials as a container's agent gives them. They expire soon, so that the service asks again and again. */
function credentials(AccessKeyId: string, SecretAccessKey: string): string {
  const Expiration = new Date(Date.now() + 2000).toISOString()
  // The S3 server knows no session tokens.
  return JSON.stringify({ AccessKeyId, SecretAccessKey, Token: '', Expiration })
}

/** An HTTP proxy on loopback in front of an S3 server. */
export function faultProxy(target: string) {
  const agent = new Agent({ keepAlive: true })
  return faultyServer(s3Faults, async ({ method, url, headers }, body) => {
    const outgoing = request(target + url, { method: method as string, headers, agent }).end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const chunks = await Array.fromAsync(answer as AsyncIterable<Buffer>)
    return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(chunks) }
  })
}

/** A credentials agent on loopback, as containers have in ECS and EKS. */
export function credentialsAgent(keys: { accessKeyId: string; secretAccessKey: string }) {
  const headers = { 'Content-Type': 'application/json' }
  return faultyServer(agentFaults, async () => {
    return { status: 200, headers, body: credentials(keys.accessKeyId, keys.secretAccessKey) }
  })
}

async function faultyServer<Name extends string>(
  faults: Record<Name, Act>,
  answer: (message: IncomingMessage, body: Buffer) => Promise<Answer>,
) {
  let current: { names: readonly Name[]; rate: number; random: Random } | undefined
  let injected = 0
  const server = createServer(async (message, response) => {
    try {
      const body = Buffer.concat(await Array.fromAsync(message as AsyncIterable<Buffer>))
      const ask = () => answer(message, body)
      const isFaulty = current?.random.chance(current.rate)
      if (isFaulty) injected++
      const act = current && isFaulty ? faults[current.random.pick(current.names)] : pass
      await act(response, ask, current?.random as Random)
    } catch {
      response.socket?.resetAndDestroy() // the server behind is down, or the client has left
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on this share of requests meets one of these faults. */
    inject(names: readonly Name[], rate: number, random: Random) {
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
      server.close()
      server.closeAllConnections()
    },
  }
}
