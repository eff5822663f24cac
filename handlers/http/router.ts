import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply, Request, Route } from './handler.ts'
import { Problem } from './problem.ts'
import { isWhole, readBody } from './read-body.ts'
import { parseQuery, splitTarget } from './target.ts'

/** What a handler is given, parsed when it is read. */
class ArrivedRequest implements Request {
  readonly #message: IncomingMessage
  readonly #query: string
  constructor(message: IncomingMessage, query: string) {
    this.#message = message
    this.#query = query
  }
  get query() {
    return parseQuery(this.#query)
  }
  get headers() {
    return this.#message.headersDistinct
  }
}

/** What is known of a request once it is answered. */
export type Exchange = {
  /** The route that answered it; undefined if the request did not get as far. */
  route: Route | undefined
}

/**
 * Turns a table of routes into a function that answers a request: at once if the request is whole and its handler
 * returns a reply, else as a promise. While `maxInFlight` requests are in handlers that have not replied, it answers 503,
 * but never to a probe. A request that reaches no handler throws or rejects with a Problem: no such route, a wrong Host,
 * a body above `bodyBytes`.
 */
export function router(routes: readonly Route[], maxInFlight: number, bodyBytes: number) {
  const find = findRoute(routes)
  let inFlight = 0
  // Made once, returned and not thrown, and frozen so that its text is kept: refusing must cost little under overload.
  const { reply: tooMany } = new Problem(503, 'too many requests in flight', { headers: { 'Retry-After': '1' } })
  Object.freeze(tooMany.body)

  function handle(route: Route, request: Request, exchange: Exchange): Reply | Promise<Reply> {
    exchange.route = route
    const { probe, handler } = route
    if (!probe && inFlight >= maxInFlight) return tooMany
    const reply = handler(request)
    if (!(reply instanceof Promise)) return reply
    inFlight++
    return reply.finally(() => inFlight--)
  }

  function reply(message: IncomingMessage, response: ServerResponse, exchange: Exchange): Reply | Promise<Reply> {
    checkHost(message)
    const { path, query } = splitTarget(message.url as string)
    const route = find(message.method as string, path)
    const request = new ArrivedRequest(message, query)
    if (isWhole(message)) return handle(route, request, exchange)
    // The body comes before the count: clients that send theirs slowly keep nobody out.
    return readBody(message, response, bodyBytes).then(() => handle(route, request, exchange))
  }

  return { reply, inFlight: () => inFlight }
}

// RFC 9112, 3.2, and RFC 3986, 3.2.2. A name may be empty. Several Host lines arrive joined by `, `, which has a space.
const validHost =
  /^(?:\[[\da-f:.]+\]|\[v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+\]|(?:[\w\-.~!$&'()*+,;=]|%[\da-f]{2})*)(?::\d*)?$/i
// Most requests have the same.
let lastHost: string | undefined

function checkHost({ headers: { host }, httpVersion }: IncomingMessage): void {
  if (host === undefined && httpVersion === '1.1') throw new Problem(400, 'an HTTP/1.1 request needs a Host header')
  if (host === undefined || host === lastHost) return
  if (!validHost.test(host)) throw new Problem(400, 'a request has one Host header, which is a host and a port')
  lastHost = host
}

/**
 * Turns the table into a look-up by method and path. It throws 404, or 405 with Allow. HEAD is answered as GET;
 * node:http leaves out the body.
 */
export function findRoute(routes: readonly Route[]) {
  const paths = Map.groupBy(routes, route => route.path)
  return (method: string, path: string): Route => {
    const here = paths.get(path)
    if (!here) throw new Problem(404, `there is no ${path}`)
    const wanted = method === 'HEAD' ? 'GET' : method
    for (const route of here) if (route.method === wanted) return route
    const allow = here.map(route => (route.method === 'GET' ? 'GET, HEAD' : route.method)).join(', ')
    throw new Problem(405, `${path} takes ${allow}`, { headers: { Allow: allow } })
  }
}
