import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Logger } from 'pino'
import type { ProblemDetails } from '../schemas/problem.d.ts'
import type { Reply } from './handler.ts'
import { traceOf } from './trace.ts'

// Not by `import`, which costs whatever knows the routes 35 ms at its start: see node-http.cjs.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

type Options = { headers?: Record<string, string>; cause?: unknown }

/** A reply that is not a success (RFC 9457): thrown anywhere, rendered in one place. With a cause, it is logged. */
export class Problem extends Error {
  readonly status: number
  readonly headers: Record<string, string> | undefined

  /** `detail` tells the client what is wrong with its request; from 500 on it only goes to the log. */
  constructor(status: number, detail: string, options: Options = {}) {
    super(detail, options)
    this.name = 'Problem'
    this.status = status
    this.headers = options.headers
  }

  get reply(): Reply<ProblemDetails> & { body: ProblemDetails } {
    const title = STATUS_CODES[this.status] ?? 'Error'
    const detail = this.status < 500 ? { detail: this.message } : {}
    return {
      status: this.status,
      headers: { 'Content-Type': 'application/problem+json', ...this.headers },
      body: { type: 'about:blank', title, status: this.status, ...detail },
    }
  }
}

/**
 * The reply for whatever was thrown, even a string, by a request with these headers. What a person should know is logged
 * once, here; the `instance` in the reply is also in that line.
 */
export function failure(thrown: unknown, log: Logger, headers: IncomingHttpHeaders): Reply {
  const problem = thrown instanceof Problem ? thrown : new Problem(500, 'unexpected failure', { cause: thrown })
  const { reply } = problem
  if (!Object.hasOwn(problem, 'cause')) return reply
  const instance = `urn:uuid:${randomUUID()}`
  const request = { instance, ...traceOf(headers) }
  try {
    log.error({ err: problem.cause, ...request }, problem.message)
  } catch (error) {
    // A cause that throws when it is read.
    log.error({ err: error, ...request }, problem.message)
  }
  return { ...reply, body: { ...reply.body, instance } }
}
