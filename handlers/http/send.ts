import type { ServerResponse } from 'node:http'
import type { Reply } from './handler.ts'

const textOfFrozen = new WeakMap<object, string>()

/** The text of a body. That of a frozen one, with all in it, is kept and shared: a client may ask often before it reads. */
function serialise(body: unknown): string {
  if (body === undefined) return ''
  if (typeof body !== 'object' || body === null || !Object.isFrozen(body)) return JSON.stringify(body)
  const text = textOfFrozen.get(body) ?? JSON.stringify(body)
  textOfFrozen.set(body, text)
  return text
}

/**
 * Writes a reply to the socket, with `Connection: close` if it is the last; nothing else does. Throws, with nothing
 * sent, if it cannot be serialised.
 */
export function send(response: ServerResponse, { status, headers, body }: Reply, last: boolean): void {
  // Before the first header, so that a failure here can still become a clean 500.
  const text = serialise(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...headers,
    ...(last && { Connection: 'close' }),
  })
  response.end(text)
}
