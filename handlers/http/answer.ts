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
    const { path, query } = splitTarget(message.url as string)
    const route = find(message.method as string, path)
    const counted = route.probe ? 0 : 1
    if (inFlight + counted > maxInFlight)
      throw new Problem(503, 'too many in flight', { headers: { 'Retry-After': '1' } })
    inFlight += counted
    try {
      await readBody(message, response)
      return await route.handle({ query: parseQuery(query), headers: message.headers })
    } finally {
      inFlight -= counted
    }
  }
}
