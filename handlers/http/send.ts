import type { ServerResponse } from 'node:http'
import type { Reply } from './handler.ts'

/**
 * Writes a reply to the socket, with `Connection: close` if it is the last; nothing else does. Throws, with nothing
 * sent, if it cannot be serialised.
 */
export function send(response: ServerResponse, { status, headers, body }: Reply, last: boolean): void {
  // Before the first header, so that a failure here can still become a clean 500.
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
    ...(last && { Connection: 'close' }),
  })
  response.end(text)
}
