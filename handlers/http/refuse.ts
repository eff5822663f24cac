import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Connections } from './connections.ts'
import { limits } from './limits.ts'
import { Problem } from './problem.ts'
import { send } from './send.ts'

const problems: Record<string, [number, string]> = {
  HPE_INVALID_URL: [400, 'the request target has characters that must be percent-encoded'],
  HPE_HEADER_OVERFLOW: [431, `the request line and headers are larger than ${limits.headerBytes} bytes`],
  ERR_HTTP_REQUEST_TIMEOUT: [408, `the request took longer than ${limits.requestMs / 1000} s`],
}

/** Answers what is not HTTP, too large or too slow to be a request, behind the replies still owed; then closes the connection. */
export async function refuse(error: NodeJS.ErrnoException, socket: Socket, open: Connections): Promise<void> {
  const [status, detail] = problems[String(error.code)] ?? [400, 'this is not an HTTP request']
  const problem = new Problem(status, detail, { headers: { Connection: 'close' } })
  // Half a request is answered as one: readBody, which waits for the rest, throws this.
  open.unfinished(socket)?.emit('refused', problem)
  if (!(await open.endable(socket))) return
  const response = new ServerResponse(new IncomingMessage(socket))
  response.assignSocket(socket)
  response.once('finish', () => socket.destroySoon())
  send(response, problem.reply)
}
