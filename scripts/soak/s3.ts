import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startVersitygw } from '../system/versitygw.ts'
import type { Phases, Random } from './lab.ts'

export type S3 = Awaited<ReturnType<typeof startS3>>
/** Answers a request. `ask` has the server behind answer it. */
type Act = (response: ServerResponse, ask: () => Promise<Answer>, random: Random) => unknown
type Answer = { status: number; headers?: object; body: Buffer | string }

const give = (response: ServerResponse, { status, headers, body }: Answer) =>
  response.writeHead(status, { ...headers }).end(body)
const reply =
  (status: number, body: string, headers = {}): Act =>
  response =>
    give(response, { status, headers, body })
const xml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>injected</Message></Error>`
const raw =
  (text: string): Act =>
  response =>
    response.socket?.end(text)
const after =
  (act: Act): Act =>
  (response, ask, random) =>
    ask().then(() => act(response, ask, random))
const pass: Act = async (response, ask) => give(response, await ask())
// Not where the client has left: a reset of a socket that is closing would keep Node running.
const reset: Act = response => response.socket?.readable && response.socket.resetAndDestroy()
const silence: Act = () => {}

/** What can go wrong with one request to S3, or with one look-up of credentials. */
const acts = {
  slow: (response, ask, random) => sleep(random.between(0, 500)).then(() => pass(response, ask, random)),
  silence,
  'silence after the write': after(silence),
  reset,
  'reset after the write': after(reset),
  'slow down': reply(503, xml('SlowDown')),
  conflict: reply(409, xml('ConditionalRequestConflict')),
  'expired token': reply(400, xml('ExpiredToken')),
  'wrong clock': reply(403, xml('RequestTimeTooSkewed'), { Date: new Date(Date.now() + 3_600_000).toUTCString() }),
  'truncated head': after(raw('HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Le')),
  'truncated body': raw(`HTTP/1.1 500 No\r\nContent-Length: 999\r\n\r\n${xml('In')}`),
  'another protocol': raw('SSH-2.0-OpenSSH_9.6\r\n'),
  'web page': reply(200, '<!doctype html><title>x</title>', { 'Content-Type': 'text/html' }),
  'page of a proxy': reply(502, '<!doctype html><title>x</title>', { 'Content-Type': 'text/html' }),
  'wrong keys': response => give(response, credentials('nobody', 'x')),
} satisfies Record<string, Act>

/** Requests to `server` and to the `agent` for credentials meet one of these faults at this rate, 0.3 if not set. */
export type Faults = { server?: (keyof typeof acts)[]; agent?: (keyof typeof acts)[]; rate?: number }

/** Credentials as a container's agent gives them. They expire soon, so that the service asks again and again. */
function credentials(AccessKeyId: string, SecretAccessKey: string): Answer {
  // The S3 server knows no session tokens.
  const body = { AccessKeyId, SecretAccessKey, Token: '', Expiration: new Date(Date.now() + 2000) }
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

/** A real S3 server behind a proxy that injects faults. The proxy is an agent for credentials, too. */
export async function startS3(path: string) {
  const server = await startVersitygw(path)
  const connections = new Agent({ keepAlive: true })
  let faults: Faults = {}
  let random: Random
  let [injected, buckets] = [0, 0]

  async function forward({ method = '', url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const outgoing = request(server.endpoint + url, { method, headers, agent: connections }).end(body)
    const [reply] = (await once(outgoing, 'response')) as [IncomingMessage]
    return { status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(await Array.fromAsync(reply)) }
  }

  const proxy = createServer(async (message, response) => {
    const isForAgent = message.url === '/credentials'
    const possible = isForAgent ? faults.agent : faults.server
    const fault = possible && random.next() < (faults.rate ?? 0.3) && acts[random.pick(possible)]
    if (fault) injected++
    try {
      const body = Buffer.concat(await Array.fromAsync(message))
      const right = async () => credentials(server.accessKeyId, server.secretAccessKey)
      await (fault || pass)(response, isForAgent ? right : () => forward(message, body), random)
    } catch {
      response.destroy() // the server behind is down, or the client has left
    }
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const files = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' }
  const agent = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/credentials` }
  const always = { ...files, ...agent, AWS_REGION: server.region, AWS_ENDPOINT_URL_S3: url }

  return {
    server,
    /** A new bucket: the folder with its objects, and the service's settings for it. */
    createBucket() {
      const name = `bucket-${buckets++}`
      mkdirSync(join(server.folder, name))
      return { folder: join(server.folder, name), env: { ...always, STAGING: `s3://${name}?path-style` } }
    },
    inject(wanted: Faults, choices: Random) {
      random = choices
      faults = wanted
    },
    /** Ends the faults, and every connection. Returns how many requests met a fault. */
    heal(): number {
      const count = injected
      injected = 0
      faults = {}
      proxy.closeAllConnections()
      return count
    },
    async stop() {
      proxy.close()
      proxy.closeAllConnections()
      await server.stop()
    },
  }
}

/** Faults between the service and S3. */
export const s3Phases: Phases = {
  'S3: latency': { s3: { server: ['slow'] } },
  'S3: silence': { s3: { server: ['silence', 'silence after the write'], rate: 0.1 } },
  'S3: resets': { s3: { server: ['reset', 'reset after the write'] } },
  'S3: 503 and 409': { s3: { server: ['slow down', 'conflict'] } },
  'S3: 412 after a lost reply': { s3: { server: ['reset after the write'], rate: 0.6 } },
  'S3: truncated answers': { s3: { server: ['truncated head', 'truncated body'] } },
  'S3: foreign answers': { s3: { server: ['another protocol', 'web page', 'page of a proxy'] }, refusals: [502, 503] },
  'S3: wrong clock': { s3: { server: ['wrong clock'] } },
  'S3: all of these': {
    s3: { server: ['slow', 'silence', 'slow down', 'conflict', 'reset', 'reset after the write'] },
  },
  'S3: stopped, killed and started again': {
    s3: {},
    async run({ s3: { server }, random, seconds, wait }) {
      await server.pause()
      await wait(seconds * 400)
      server.resume()
      await wait(random.between(100, 500))
      await server.kill()
      // Longer than a client waits: no answer may depend on the server's return.
      await wait(Math.max(4500, seconds * 400))
      await server.start()
    },
  },
  'credentials: from a slow agent': { s3: { agent: ['slow'], rate: 0.7 } },
  'credentials: from a silent agent': { s3: { agent: ['silence'], rate: 0.7 } },
  'credentials: from an agent that fails': { s3: { agent: ['reset', 'slow down', 'page of a proxy'], rate: 0.7 } },
  'credentials: wrong': { s3: { agent: ['web page', 'wrong keys'], rate: 0.7 }, refusals: [502, 503] },
  'credentials: expired': { s3: { agent: ['slow'], server: ['expired token'] } },
}
