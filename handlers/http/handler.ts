/** What a handler gets: plain values, whose body has been read and dropped, for no endpoint takes one. */
export type Request = {
  query: Readonly<Record<string, string | undefined>>
  headers: Readonly<Record<string, string | string[] | undefined>>
}

/** What a handler gives; the body is sent as JSON. */
export type Reply<Body = unknown> = {
  status: number
  body?: Body
  headers?: Record<string, string>
}

export type Handler = (request: Request) => Reply | Promise<Reply>

/** One line of the table in routes.ts; names of schemas are files of handlers/schemas. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  handle: Handler
  /** Schema of the request's query and headers, by name. */
  query?: string
  headers?: string
  /** Schema of each reply, by status. */
  replies: Record<number, string>
  /** A probe is answered however many requests are in flight. */
  probe?: boolean
}
