import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Limits } from './limits.ts'
import { hasBody } from './read-body.ts'

/** One client's connection. */
type Connection = {
  /** How many requests have come: shows whether another did. */
  requests: number
  /** How many replies are not written yet. */
  owed: number
  /** The reply to the newest request, until it is written. */
  newest: ServerResponse | undefined
  /** That reply says `Connection: close`, or there will be none: no later request is processed. */
  closing: boolean
  /** Ends the wait of a last reply for those that are owed; undefined if none waits. */
  endWait: (() => void) | undefined
}

/**
 * A reply that is owed until it is written. Then its connection forgets it: an idle one would keep its last request, with
 * up to 16 KiB of headers.
 */
export class OwedResponse extends ServerResponse {
  /** Set before anything is sent. */
  owedBy?: Connection
  /** Not documented: node:http calls it once a reply is written. A listener on each reply would cost more. */
  override detachSocket(socket: Socket): void {
    super.detachSocket(socket)
    const connection = this.owedBy as Connection
    if (--connection.owed > 0) return
    connection.newest = undefined
    endWait(connection)
  }
}

export type Connections = ReturnType<typeof connections>

/** Keeps account of a server's connections and of the replies owed to each. */
export function connections(server: Server, { pipelined, lingerMs }: Pick<Limits, 'pipelined' | 'lingerMs'>) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    const connection: Connection = { requests: 0, owed: 0, newest: undefined, closing: false, endWait: undefined }
    open.set(socket, connection)
    socket.once('close', () => {
      open.delete(socket)
      endWait(connection)
    })
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
      // A late request makes a waiting refusal of it moot; the next one must find no other.
      endWait(connection)
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
      if (!connection || connection.endWait) return false
      const { requests } = connection
      if (connection.owed > 0) await new Promise<void>(resolve => (connection.endWait = resolve))
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

function endWait(connection: Connection): void {
  const { endWait } = connection
  connection.endWait = undefined
  endWait?.()
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
