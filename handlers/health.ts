import type { Reply } from './http/handler.ts'
import type { Health } from './schemas/health.d.ts'

/** Says that the process can answer. It checks nothing else: an outage of storage must not restart the pods. */
export function health(): Reply<Health> {
  return { status: 200, body: { status: 'ok' } }
}
