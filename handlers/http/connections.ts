import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { limits } from './limits.ts'

/** One client's connection, the replies owed to it, and whether one that says close has been given. */
export type Connection = { owed: Set<ServerResponse>; newest?: ServerResponse; closing: boolean }

export type Connections = ReturnType<typeof connections>

/** Keeps account of every connection of a server. */
export function connections(server: Server) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { owed: new Set(), closing: false })
    socket.once('close', () => open.delete(socket))
    // What node:http calls after a reply that says close.
    socket.destroySoon = () => linger(socket)
  })

  return {
    /**
     * Notes a reply as owed until it is written or its client gone. Gives none on a connection that is closing:
     * a request behind the one whose reply says so is not processed (RFC 9112, 9.6).
     */
    owe(response: ServerResponse): Connection | undefined {
      const connection = open.get(response.req.socket)
      if (!connection || connection.closing) return undefined
      if (connection.owed.size >= limits.pipelined) {
        response.req.socket.destroy()
        return undefined
      }
      connection.owed.add(response)
      connection.newest = response
      response.once('close', () => connection.owed.delete(response))
      return connection
    },

    /** The request whose body a socket is still sending. */
    unfinished(socket: Socket): IncomingMessage | undefined {
      const message = open.get(socket)?.newest?.req
      return message?.complete ? undefined : message
    },

    /** Waits until a socket's requests are answered; resolves to whether one more reply, its last, may be sent to it then. */
    async endable(socket: Socket): Promise<boolean> {
      const connection = open.get(socket)
      if (!connection) return false
      const { owed, newest } = connection
      await Promise.all([...owed].map(response => new Promise(resolve => response.once('close', resolve))))
      // A late request may have come while this waited, or another call ended the connection.
      if (connection.closing || connection.newest !== newest || !socket.writable) return false
      connection.closing = true
      return true
    },

    /** Closes every connection to which nothing is owed, the silent and the half-sent too. */
    closeIdle(): void {
      for (const [socket, connection] of open) {
        if (connection.owed.size > 0 || connection.closing) continue
        connection.closing = true
        socket.destroySoon()
      }
    },
  }
}

/** Closes a socket, but reads on for a while: one closed with unread data is reset, and the client may never see the reply. */
function linger(socket: Socket): void {
  socket.end()
  const timer = setTimeout(() => socket.destroy(), limits.lingerMs)
  socket.once('close', () => clearTimeout(timer))
}
