import { STATUS_CODES } from 'node:http'
import type { ProblemDetails } from '../schemas/problem.d.ts'
import type { Reply } from './handler.ts'

type Options = { headers?: Record<string, string>; cause?: unknown }

/** An answer other than success: thrown anywhere, rendered at one place (RFC 9457). One with a cause is a fault to log. */
export class Problem extends Error {
  readonly status: number
  readonly headers: Record<string, string> | undefined

  /** `detail` tells the client what is wrong with its request; from 500 on it stays in the log. */
  constructor(status: number, detail: string, options: Options = {}) {
    super(detail, options)
    this.name = 'Problem'
    this.status = status
    this.headers = options.headers
  }

  get reply(): Reply<ProblemDetails> {
    const title = STATUS_CODES[this.status] ?? 'Error'
    const detail = this.status < 500 ? { detail: this.message } : {}
    return {
      status: this.status,
      headers: { 'Content-Type': 'application/problem+json', ...this.headers },
      body: { type: 'about:blank', title, status: this.status, ...detail },
    }
  }
}
