import type { ServerResponse } from 'node:http'
import type { Reply } from './handler.ts'

/** Writes a reply: the only function that does. Throws, with nothing sent, where the reply cannot be written down. */
export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  // Before the first header, so that a body that cannot be serialised still becomes a clean 500.
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(text)
}
