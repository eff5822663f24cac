import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { answer } from './answer.ts'
import { connections } from './connections.ts'
import { failure } from './failure.ts'
import type { Reply, Route } from './handler.ts'
import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import { send } from './send.ts'

type Options = { routes: readonly Route[]; log: Logger; maxInFlight: number }

/** A server to listen with, and how it stops: nothing is lost of what has reached it. */
export type Service = {
  server: Server
  /** From now on the reply to a connection's newest request is its last: it says `Connection: close`. */
  drain(): void
  /** Stops listening and answers what is here; resolves to whether all of it was answered within so many ms. */
  close(withinMs: number): Promise<boolean>
}

/** Mounts a table of routes on node:http. */
export function serve({ routes, log, maxInFlight }: Options): Service {
  const reply = answer(routes, maxInFlight)
  const running = new Set<Promise<void>>()
  let draining = false

  async function exchange(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const connection = open.owe(response)
    if (!connection) return
    const start = performance.now()
    const finish = (reply: Reply) => {
      // Replies leave in the order of the requests: an older one that said close would cut off the newer.
      const last = connection.newest === response && (draining || !message.complete)
      send(response, last ? { ...reply, headers: { ...reply.headers, Connection: 'close' } } : reply)
      connection.closing ||= last
    }
    const fail = (thrown: unknown) => finish(failure(thrown, log))
    try {
      finish(await reply(message, response))
    } catch (thrown) {
      try {
        fail(thrown)
      } catch (again) {
        // It was a Problem with a status or a header that cannot be sent.
        fail(again)
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
    // It would answer in its own way: answer() does in ours.
    requireHostHeader: false,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.requestMs / 10,
  })
  // Not documented: a client that has ended its half of the connection is still answered.
  Object.assign(server, { httpAllowHalfOpen: true })
  const open = connections(server)
  server.on('request', accept)
  server.on('checkContinue', accept)
  server.on('checkExpectation', accept)
  server.on('clientError', (error, socket) => refuse(error, socket as Socket, open))

  return {
    server,
    drain() {
      draining = true
    },
    async close(withinMs) {
      draining = true
      // Not node:http's own close: it cuts idle connections at once, and with them requests on their way (node #60617).
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
