import type { Reply } from './http/handler.ts'

/** Makes the handler that returns the OpenAPI document of this service. */
export function openapi({ document }: { document: object }) {
  // Frozen, so that the adapter serialises it once.
  const body = Object.freeze(document)
  return (): Reply<object> => ({ status: 200, body })
}
