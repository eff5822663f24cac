import t from 'tap'
import { traceOf } from './trace.ts'

const trace_id = '4bf92f3577b34da6a3ce929d0e0e4736'
const span_id = '00f067aa0ba902b7'

t.test('a trace is read', async t => {
  for (const traceparent of [
    `00-${trace_id}-${span_id}-01`,
    `cc-${trace_id}-${span_id}-01`,
    `cc-${trace_id}-${span_id}-01-what-the-future-brings`,
  ])
    t.strictSame(traceOf({ traceparent }), { trace_id, span_id, trace_flags: '01' }, traceparent)
})

t.test('what is malformed is ignored', async t => {
  for (const traceparent of [
    undefined,
    '',
    `ff-${trace_id}-${span_id}-01`,
    `00-${trace_id}-${span_id}-01-more`,
    `cc-${trace_id}-${span_id}-01.more`,
    `00-${'0'.repeat(32)}-${span_id}-01`,
    `00-${trace_id}-${'0'.repeat(16)}-01`,
    `00-${trace_id.toUpperCase()}-${span_id}-01`,
    `00-${trace_id}-${span_id}`,
    `00-${trace_id}-${span_id}-1`,
    ` 00-${trace_id}-${span_id}-01`,
    `00-${trace_id}-${span_id}-01, 00-${trace_id}-${span_id}-01`,
  ])
    t.equal(traceOf({ traceparent }), undefined, String(traceparent))
})
