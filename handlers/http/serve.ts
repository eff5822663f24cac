import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { connections, OwedResponse } from './connections.ts'
import type { Reply, Route } from './handler.ts'
import { limits as defaultLimits, type Limits } from './limits.ts'
import { failure } from './problem.ts'
import { isWhole } from './read-body.ts'
import { refuse } from './refuse.ts'
import { type Exchange, router } from './router.ts'
import { send } from './send.ts'
import { traceOf } from './trace.ts'

type Options = {
  routes: readonly Route[]
  log: Logger
  /** Requests answered at one time, without probes; more get 503. */
  maxInFlight: number
  limits?: Limits
  observe?: Observe | undefined
}

/**
 * Told of each request that is over: how long it took, its status (undefined if its connection ended before the reply),
 * its method (undefined if it was no request) and the route that answered it (undefined if it did not get as far).
 */
export type Observe = (ms: number, status: number | undefined, method?: string, route?: Route) => void

/** A server to listen with, and how to stop it without losing a request that has reached it. */
type Service = {
  server: Server<typeof IncomingMessage, typeof OwedResponse>
  /** From now on the reply to a connection's newest request is its last: it says `Connection: close`. */
  drain(): void
  /** Stops listening and answers the requests that are here. Resolves to whether all are answered within so many ms. */
  close(withinMs: number): Promise<boolean>
  /** How many requests are in their handlers, probes not counted. */
  inFlight(): number
}

/** Serves a table of routes over node:http. */
export function serve({ routes, log, maxInFlight, limits = defaultLimits, observe }: Options): Service {
  const { reply: route, inFlight } = router(routes, maxInFlight, limits.bodyBytes)
  const running = new Set<Promise<void>>()
  const logsRequests = log.isLevelEnabled('debug')
  const isTimed = logsRequests || observe !== undefined
  let draining = false

  const server = createServer({
    ServerResponse: OwedResponse,
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
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refused(code, socket as Socket))
  server.on('connect', ({ socket }) => {
    // node:http has let go of it.
    socket.on('error', () => {}).resume()
    refused('CONNECT', socket)
  })

  async function refused(code: string | undefined, socket: Socket): Promise<void> {
    const status = await refuse(code, socket, open, limits)
    if (status) observe?.(0, status)
  }

  /** The reply to a request, whatever happens: at once or as a promise, as the router has it. */
  function replyTo(message: IncomingMessage, response: ServerResponse, exchange: Exchange): Reply | Promise<Reply> {
    try {
      const reply = route(message, response, exchange)
      return reply instanceof Promise ? reply.catch(thrown => failure(thrown, log, message.headers)) : reply
    } catch (thrown) {
      return failure(thrown, log, message.headers)
    }
  }

  function accept(message: IncomingMessage, response: OwedResponse): void {
    const connection = open.owe(response)
    const start = isTimed ? performance.now() : 0
    const { method, url } = message
    if (!connection) {
      if (message.socket.destroyed) observe?.(0, undefined, method)
      return
    }
    const exchange: Exchange = { route: undefined }
    const whole = isWhole(message)

    const finish = (reply: Reply) => {
      // Replies leave in the order of requests: if an older one said close, the newer would be cut off.
      const isNewest = connection.newest === response
      const isCutShort = !whole && !message.complete
      const last = isNewest && (draining || connection.closing || isCutShort)
      try {
        send(response, reply, last)
      } catch (thrown) {
        send(response, failure(thrown, log, message.headers), last)
      }
      connection.closing ||= last
      if (!isTimed) return
      const ms = performance.now() - start
      const status = message.socket.destroyed ? undefined : response.statusCode
      observe?.(ms, status, method, exchange.route)
      if (logsRequests) log.debug({ method, url, status, ms, ...traceOf(message.headers) }, 'request')
    }

    const reply = replyTo(message, response, exchange)
    if (whole && !draining && !(reply instanceof Promise)) finish(reply)
    // Only after this event, all that has arrived is parsed: the rest of a body, or newer requests.
    else keep(Promise.resolve(reply).then(finish))
  }

  function keep(exchange: Promise<void>): void {
    running.add(exchange)
    exchange.then(() => running.delete(exchange))
  }

  return {
    server,
    inFlight,
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
