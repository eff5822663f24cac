import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Limits } from './limits.ts'

/** One client's connection: the replies owed to it, the newest of them, and whether that is the last (`Connection: close`). */
type Connection = { owed: Set<ServerResponse>; newest?: ServerResponse; closing: boolean }

export type Connections = ReturnType<typeof connections>

/** Keeps account of a server's connections and of the replies owed to each. */
export function connections(server: Server, { readAhead, pipelined, lingerMs }: Limits) {
  const open = new Map<Socket, Connection>()
  server.on('connection', (socket: Socket) => {
    const owed = new Set<ServerResponse>()
    open.set(socket, { owed, closing: false })
    socket.once('close', () => {
      open.delete(socket)
      // After CONNECT, node:http tells only the oldest.
      for (const response of owed) response.destroy()
    })
    // node:http calls this after a reply that says close.
    socket.destroySoon = () => linger(socket, lingerMs)
  })

  return {
    /**
     * Counts a reply as owed until it is written or its client has left. Returns undefined when the connection is
     * closing: a request that comes after the last answered one is not processed (RFC 9112, 9.6).
     */
    owe(response: ServerResponse): Connection | undefined {
      const { socket } = response.req
      const connection = open.get(socket)
      if (!connection || connection.closing) return undefined
      const { owed } = connection
      if (owed.size >= pipelined) {
        socket.destroy()
        return undefined
      }
      owed.add(response)
      connection.newest = response
      connection.closing = asksForUpgrade(response.req)
      const readOn = () => (owed.size > readAhead ? socket.pause() : socket.resume())
      // Not at once: node:http itself reads on after each request, and after each reply.
      if (owed.size > readAhead) process.nextTick(readOn)
      response.once('close', () => {
        owed.delete(response)
        readOn()
      })
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
      const { owed, newest } = connection
      await Promise.all([...owed].map(response => new Promise(resolve => response.once('close', resolve))))
      // Meanwhile a late request may have come, or another call may have ended the connection.
      if (connection.closing || connection.newest !== newest || !socket.writable) return false
      connection.closing = true
      return true
    },

    /** Closes every connection to which no reply is owed, even in the middle of a request. */
    closeIdle(): void {
      for (const [socket, connection] of open) {
        if (connection.owed.size > 0 || connection.closing) continue
        connection.closing = true
        socket.destroySoon()
      }
    },
  }
}

/**
 * Whether a request asks for another protocol, which nobody has to speak (RFC 9110, 7.8). It is the last of its
 * connection: node:http drops what follows it in the same packet, and does not tell when its body is broken.
 */
export const asksForUpgrade = ({ headers }: IncomingMessage): boolean => headers.upgrade !== undefined

/** Ends a socket but reads on for a while: one closed with unread data is reset, and the client may never see the reply. */
function linger(socket: Socket, ms: number): void {
  socket.end()
  const timer = setTimeout(() => socket.destroy(), ms)
  socket.once('close', () => clearTimeout(timer))
}
