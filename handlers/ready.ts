import type { Reply } from './http/handler.ts'
import type { Ready } from './schemas/ready.d.ts'

export type Phase = Ready['status']

/** Makes the handler that says whether requests should come here: 200 when ready, else 503. */
export function ready({ phase }: { phase: () => Phase }) {
  return (): Reply<Ready> => {
    const status = phase()
    return { status: status === 'ready' ? 200 : 503, body: { status } }
  }
}
