import type { IncomingMessage, ServerResponse } from 'node:http'
import { findRoute } from './find-route.ts'
import type { Reply, Route } from './handler.ts'
import { Problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { parseQuery, splitTarget } from './target.ts'

export type Answer = (message: IncomingMessage, response: ServerResponse) => Promise<Reply>

/**
 * Turns a table of routes into one function from a request to its reply, which throws what is not a success.
 * No more than `maxInFlight` requests are answered at one time, probes aside.
 */
export function answer(routes: readonly Route[], maxInFlight: number): Answer {
  const find = findRoute(routes)
  let inFlight = 0
  return async (message, response) => {
    if (message.headers.host === undefined && message.httpVersion === '1.1')
      throw new Problem(400, 'an HTTP/1.1 request needs a Host header')
    const { path, query } = splitTarget(message.url as string)
    const route = find(message.method as string, path)
    // Before it counts: clients that are slow to send theirs keep nobody else out.
    await readBody(message, response)
    const counted = route.probe ? 0 : 1
    if (inFlight + counted > maxInFlight)
      throw new Problem(503, 'too many in flight', { headers: { 'Retry-After': '1' } })
    inFlight += counted
    try {
      return await route.handle({ query: parseQuery(query), headers: message.headers })
    } finally {
      inFlight -= counted
    }
  }
}
