import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Limits } from './limits.ts'
import { hasBody } from './read-body.ts'

/** One client's connection. */
type Connection = {
  /** How many requests have come. */
  requests: number
  /** How many replies are not written yet. */
  owed: number
  /** The reply to the newest request, until it is written. */
  newest: ServerResponse | undefined
  /** That reply says `Connection: close`, or there will be none: no later request is processed. */
  closing: boolean
  /** Told when all replies are written: a last one waits for them. */
  settled?: () => void
}

/** A reply that its connection owes until it is written. An idle connection keeps nothing of its last request. */
export class OwedResponse extends ServerResponse {
  owedBy?: Connection
  /** node:http calls this when the reply is written. */
  override detachSocket(socket: Socket): void {
    super.detachSocket(socket)
    const connection = this.owedBy as Connection
    if (--connection.owed > 0) return
    connection.newest = undefined
    connection.settled?.()
  }
}

export type Connections = ReturnType<typeof connections>

/** Keeps account of a server's connections and of the replies owed to each. */
export function connections(server: Server, { pipelined, lingerMs }: Pick<Limits, 'pipelined' | 'lingerMs'>) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { requests: 0, owed: 0, newest: undefined, closing: false })
    socket.once('close', () => open.delete(socket))
    // node:http calls this after a reply that says close; its own closes at once.
    socket.destroySoon = () => linger(socket, lingerMs)
  })

  return {
    /**
     * Counts a reply as owed until it is written or its client has left. Returns undefined when the connection is
     * closing: a request that comes after the last answered one is not processed (RFC 9112, 9.6).
     */
    owe(response: OwedResponse): Connection | undefined {
      const { req } = response
      const connection = open.get(req.socket)
      if (!connection || connection.closing) return undefined
      if (connection.owed >= pipelined) {
        req.socket.destroy()
        return undefined
      }
      response.owedBy = connection
      connection.requests++
      connection.owed++
      connection.newest = response
      connection.closing = mayHideRequests(req)
      return connection
    },

    /** The request whose body has not arrived in full, if there is one. */
    unfinished(socket: Socket): IncomingMessage | undefined {
      const message = open.get(socket)?.newest?.req
      return message?.complete ? undefined : message
    },

    /** Waits until the requests of a socket are answered. Resolves to whether one last reply may still be sent. */
    async endable(socket: Socket): Promise<boolean> {
      const connection = open.get(socket)
      if (!connection || connection.settled) return false
      const { requests } = connection
      if (connection.owed > 0) await new Promise<void>(resolve => (connection.settled = resolve))
      delete connection.settled
      // Meanwhile a late request may have come, or a reply may have ended the connection.
      if (connection.closing || connection.requests !== requests || !socket.writable) return false
      connection.closing = true
      return true
    },

    /** Closes every connection to which no reply is owed, even in the middle of a request. */
    closeIdle(): void {
      for (const [socket, connection] of open) {
        if (connection.owed > 0 || connection.closing) continue
        connection.closing = true
        socket.destroySoon()
      }
    },
  }
}

/**
 * Whether something that followed a request may have been lost. One that asks for another protocol, which nobody has to
 * speak (RFC 9110, 7.8), makes node:http drop the rest of its packet. A client such as Java's asks in the first request
 * of a connection, and sends no other before its reply; it writes one space after each colon.
 */
function mayHideRequests({ method, url, headers, rawHeaders, socket }: IncomingMessage): boolean {
  if (headers.upgrade === undefined) return false
  const length = rawHeaders.reduce((sum, text) => sum + text.length + 2, `${method} ${url} HTTP/1.1\r\n\r\n`.length)
  return hasBody(headers) || socket.bytesRead !== length
}

/** Ends a socket but reads on: one closed with unread data is reset, and its client may never see the reply. */
function linger(socket: Socket, ms: number): void {
  socket.end()
  const timer = setTimeout(() => socket.destroy(), ms)
  socket.once('close', () => clearTimeout(timer))
}
