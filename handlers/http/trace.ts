import type { IncomingHttpHeaders } from 'node:http'

// Version 00 ends after the flags; newer ones may go on.
const traceparentForm = /^(?!ff|00.{54})[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-.*)?$/

/**
 * Reads the trace that a request belongs to, with the field names of logs. Returns undefined if `traceparent` is missing
 * or malformed.
 * Source: https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceOf({ traceparent }: IncomingHttpHeaders) {
  const [, trace_id, span_id, trace_flags] = traceparentForm.exec(String(traceparent)) ?? []
  return trace_id ? { trace_id, span_id, trace_flags } : undefined
}
