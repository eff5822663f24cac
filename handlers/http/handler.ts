/** What a handler gets, as plain values. No endpoint takes a body: the adapter reads and drops it. */
export type Request = {
  query: Readonly<Record<string, string | undefined>>
  /** The values of each header, one for each of its lines. */
  headers: Readonly<Record<string, readonly string[] | undefined>>
}

/** What a handler returns; the body is sent as JSON. */
export type Reply<Body = unknown> = {
  status: number
  body?: Body
  headers?: Record<string, string>
}

export type Handler = (request: Request) => Reply | Promise<Reply>

/** A route as the adapter serves it. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  handler: Handler
  /** Which probe of Kubernetes asks here. Probes are answered however many requests are in flight. */
  probe?: 'liveness' | 'readiness'
}
