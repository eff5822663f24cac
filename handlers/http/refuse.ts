import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Connections } from './connections.ts'
import type { Limits } from './limits.ts'
import { Problem } from './problem.ts'
import { send } from './send.ts'

/** Answers bytes that are no request: not HTTP, too large or too slow. Then closes their connection. */
export async function refuse(
  error: NodeJS.ErrnoException,
  socket: Socket,
  open: Connections,
  limits: Limits,
): Promise<void> {
  const [status, detail] = reason(error.code, limits)
  const problem = new Problem(status, detail, { headers: { Connection: 'close' } })
  // A request whose body is missing is answered as usual: readBody waits for the rest of it and throws this.
  open.unfinished(socket)?.emit('refused', problem)
  // Replies that are still owed go first.
  if (!(await open.endable(socket))) return
  const response = new ServerResponse(new IncomingMessage(socket))
  response.assignSocket(socket)
  response.once('finish', () => socket.destroySoon())
  send(response, problem.reply)
}

function reason(code: string | undefined, { headerBytes, requestMs }: Limits): [status: number, detail: string] {
  if (code === 'HPE_INVALID_URL') return [400, 'the request target has characters that must be percent-encoded']
  if (code === 'HPE_HEADER_OVERFLOW') return [431, `the request line and headers are larger than ${headerBytes} bytes`]
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, `the request took longer than ${requestMs / 1000} s`]
  return [400, 'this is not an HTTP request']
}
