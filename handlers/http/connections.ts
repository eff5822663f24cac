import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from './limits.ts'

/** One client's connection: the replies owed to it, the newest of them, and whether one has said `Connection: close`. */
export type Connection = { owed: ServerResponse[]; newest?: ServerResponse; closing: boolean }

export type Connections = ReturnType<typeof connections>

/** Keeps account of a server's connections and of the replies owed to each. */
export function connections(server: Server, { pipelined, lingerMs }: Pick<Limits, 'pipelined' | 'lingerMs'>) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { owed: [], closing: false })
    socket.once('close', () => open.delete(socket))
    // node:http calls this after a reply that says close.
    socket.destroySoon = () => linger(socket, lingerMs)
  })

  return {
    /**
     * Counts a reply as owed until it is written or its client has left. Returns undefined when the connection is
     * closing: a request that comes after the last answered one is not processed (RFC 9112, 9.6).
     */
    owe(response: ServerResponse): Connection | undefined {
      const connection = open.get(response.req.socket)
      if (!connection || connection.closing) return undefined
      if (owed(connection).length >= pipelined) {
        response.req.socket.destroy()
        return undefined
      }
      connection.owed.push(response)
      connection.newest = response
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
      if (!connection) return false
      const { newest } = connection
      await Promise.all(owed(connection).map(response => new Promise(resolve => response.once('close', resolve))))
      // Meanwhile a late request may have come, or another call may have ended the connection.
      if (connection.closing || connection.newest !== newest || !socket.writable) return false
      connection.closing = true
      return true
    },

    /** Closes every connection to which no reply is owed, even in the middle of a request. */
    closeIdle(): void {
      for (const [socket, connection] of open) {
        if (owed(connection).length > 0 || connection.closing) continue
        connection.closing = true
        socket.destroySoon()
      }
    },
  }
}

/** The replies of a connection that are not written yet. They leave in order, so those that are gone are the first. */
function owed(connection: Connection): ServerResponse[] {
  while (connection.owed[0]?.closed) connection.owed.shift()
  return connection.owed
}

/** Ends a socket but reads on for a while: one closed with unread data is reset, and the client may never see the reply. */
function linger(socket: Socket, ms: number): void {
  socket.end()
  const timer = setTimeout(() => socket.destroy(), ms)
  socket.once('close', () => clearTimeout(timer))
}
