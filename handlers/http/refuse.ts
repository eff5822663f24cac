import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Connections } from './connections.ts'
import type { Limits } from './limits.ts'
import { Problem } from './problem.ts'
import { send } from './send.ts'

/**
 * Answers what is no request for a route: not HTTP, too large, too slow, or CONNECT. Then closes the connection.
 * Resolves to the status; undefined if nothing was sent here.
 */
export async function refuse(
  code: string | undefined,
  socket: Socket,
  open: Connections,
  limits: Limits,
): Promise<number | undefined> {
  const [status, detail, headers] = reason(code, limits)
  const problem = new Problem(status, detail, { headers })
  // If a body is still being read, readBody throws this, which is then the request's reply and says close: nothing else
  // is sent here.
  open.unfinished(socket)?.emit('refused', problem)
  // Replies that are still owed go first.
  if (!(await open.endable(socket))) return undefined
  const response = new ServerResponse(new IncomingMessage(socket))
  response.assignSocket(socket)
  response.once('finish', () => socket.destroySoon())
  send(response, problem.reply, true)
  return status
}

type Reason = [status: number, detail: string, headers?: Record<string, string>]

function reason(code: string | undefined, { headerBytes, requestMs }: Limits): Reason {
  if (code === 'CONNECT') return [405, 'this server is no proxy', { Allow: 'GET, HEAD, POST' }]
  if (code === 'HPE_INVALID_URL') return [400, 'the request target has characters that must be percent-encoded']
  if (code === 'HPE_HEADER_OVERFLOW') return [431, `the request line and headers are larger than ${headerBytes} bytes`]
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, `the request took longer than ${requestMs / 1000} s`]
  return [400, 'this is not an HTTP request']
}
