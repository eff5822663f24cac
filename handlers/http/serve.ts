import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { connections } from './connections.ts'
import type { Reply, Route } from './handler.ts'
import { limits as defaultLimits, type Limits } from './limits.ts'
import { failure } from './problem.ts'
import { refuse } from './refuse.ts'
import { router } from './router.ts'
import { send } from './send.ts'

type Options = {
  routes: readonly Route[]
  log: Logger
  /** Requests answered at one time, without probes; more get 503. */
  maxInFlight: number
  limits?: Limits
}

/** A server to listen with, and how to stop it without losing a request that has reached it. */
type Service = {
  server: Server
  /** From now on the reply to a connection's newest request is its last: it says `Connection: close`. */
  drain(): void
  /** Stops listening and answers the requests that are here. Resolves to whether all were answered within so many ms. */
  close(withinMs: number): Promise<boolean>
}

/** Serves a table of routes over node:http. */
export function serve({ routes, log, maxInFlight, limits = defaultLimits }: Options): Service {
  const reply = router(routes, maxInFlight, limits.bodyBytes)
  const running = new Set<Promise<void>>()
  let draining = false

  async function exchange(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const connection = open.owe(response)
    if (!connection) return
    const start = performance.now()
    const finish = async (reply: Reply) => {
      // Written earlier, it would fill memory while its client does not read those before it.
      if (!response.socket && !response.destroyed) await turn(response)
      // Replies leave in the order of requests: if an older one said close, the newer would be cut off.
      const last = connection.newest === response && (draining || connection.closing || !message.complete)
      send(response, last ? { ...reply, headers: { ...reply.headers, Connection: 'close' } } : reply)
      connection.closing ||= last
    }
    const fail = (thrown: unknown) => finish(failure(thrown, log))
    try {
      await finish(await reply(message, response))
    } catch (thrown) {
      try {
        await fail(thrown)
      } catch (again) {
        // A Problem whose status or headers cannot be sent.
        await fail(again)
      }
    }
    const { method, url } = message
    log.debug({ method, url, status: response.statusCode, ms: performance.now() - start }, 'request')
  }

  function accept(message: IncomingMessage, response: ServerResponse): void {
    const exchanged = exchange(message, response).finally(() => running.delete(exchanged))
    running.add(exchanged)
  }

  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    requestTimeout: limits.requestMs,
    // Or node:http would answer in its own words; the router answers with a problem.
    requireHostHeader: false,
    // Or it would keep the first of several Host lines.
    joinDuplicateHeaders: true,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.requestMs / 10,
  })
  // Not documented: lets a client that has ended its half of the connection still get its answer.
  Object.assign(server, { httpAllowHalfOpen: true })
  const open = connections(server, limits)
  server.on('request', accept)
  server.on('checkContinue', accept)
  server.on('checkExpectation', accept)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket as Socket, open, limits))
  server.on('connect', ({ socket }) => refuse({ code: 'CONNECT' }, socket.on('error', () => {}).resume(), open, limits))

  return {
    server,
    drain() {
      draining = true
    },
    async close(withinMs) {
      draining = true
      // node:http's own close would cut idle connections at once, with requests on their way (node #60617).
      const closed = new Promise(resolve => Listener.prototype.close.call(server, resolve))
      const linger = setInterval(open.closeIdle, limits.lingerMs)
      const answered = closed.then(() => Promise.all(running)).then(() => true)
      const inTime = await Promise.race([answered, sleep(withinMs, false, { ref: false })])
      clearInterval(linger)
      server.closeAllConnections()
      return inTime
    },
  }
}

/** Waits until the replies before this one are written, or their client has left. */
const turn = (response: ServerResponse) =>
  new Promise(resolve => response.once('socket', resolve).once('close', resolve))
