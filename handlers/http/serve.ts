import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { connections } from './connections.ts'
import type { Reply, Route } from './handler.ts'
import { limits as defaultLimits, type Limits } from './limits.ts'
import { failure } from './problem.ts'
import { isWhole } from './read-body.ts'
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
  /** Stops listening and answers the requests that are here. Resolves to whether all are answered within so many ms. */
  close(withinMs: number): Promise<boolean>
}

/** Serves a table of routes over node:http. */
export function serve({ routes, log, maxInFlight, limits = defaultLimits }: Options): Service {
  const route = router(routes, maxInFlight, limits.bodyBytes)
  const running = new Set<Promise<void>>()
  const logsRequests = log.isLevelEnabled('debug')
  let draining = false

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
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refuse(code, socket as Socket, open, limits))
  server.on('connect', ({ socket }) => {
    // node:http has let go of it.
    socket.on('error', () => {}).resume()
    refuse('CONNECT', socket, open, limits)
  })

  /** The reply to a request, whatever happens: at once or as a promise, as the router has it. */
  function replyTo(message: IncomingMessage, response: ServerResponse): Reply | Promise<Reply> {
    try {
      const reply = route(message, response)
      return reply instanceof Promise ? reply.catch(thrown => failure(thrown, log)) : reply
    } catch (thrown) {
      return failure(thrown, log)
    }
  }

  function accept(message: IncomingMessage, response: ServerResponse): void {
    const connection = open.owe(response)
    if (!connection) return
    const start = logsRequests ? performance.now() : 0
    const whole = isWhole(message)

    const finish = (reply: Reply) => {
      // Replies leave in the order of requests: if an older one said close, the newer would be cut off.
      const isNewest = connection.newest === response
      const isCutShort = !whole && !message.complete
      const last = isNewest && (draining || connection.closing || isCutShort)
      try {
        send(response, reply, last)
      } catch (thrown) {
        send(response, failure(thrown, log), last)
      }
      connection.closing ||= last
      if (!logsRequests) return
      const { method, url } = message
      log.debug({ method, url, status: response.statusCode, ms: performance.now() - start }, 'request')
    }

    const reply = replyTo(message, response)
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
