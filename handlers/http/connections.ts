import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** One client's connection, and the replies owed to it. */
export type Connection = { owed: Set<ServerResponse>; newest?: ServerResponse; closing: boolean }

export type Connections = ReturnType<typeof connections>

/** Keeps account of every connection of a server. */
export function connections(server: Server) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    open.set(socket, { owed: new Set(), closing: false })
    socket.once('close', () => open.delete(socket))
  })

  return {
    /**
     * Notes a reply as owed until it is written or its client gone. Gives none on a connection that is closing:
     * a request behind the one whose reply says so is not processed (RFC 9112, 9.6).
     */
    owe(response: ServerResponse): Connection | undefined {
      const connection = open.get(response.req.socket)
      if (!connection || connection.closing) return undefined
      connection.owed.add(response)
      connection.newest = response
      response.once('close', () => connection.owed.delete(response))
      return connection
    },

    /** Lets no further request in from a socket; resolves once its whole requests are answered, to whether none was cut short. */
    async settle(socket: Socket): Promise<boolean> {
      const connection = open.get(socket)
      if (!connection) return false
      connection.closing = true
      const whole = [...connection.owed].filter(response => response.req.complete)
      await Promise.all(whole.map(response => new Promise(resolve => response.once('close', resolve))))
      return connection.owed.size === 0
    },

    /** Closes every connection to which nothing is owed, the silent and the half-sent too. */
    closeIdle(): void {
      for (const [socket, { owed }] of open) if (owed.size === 0) socket.destroySoon()
    },
  }
}
