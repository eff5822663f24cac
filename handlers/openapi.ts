import type { Reply } from './http/handler.ts'

/** Makes the handler that gives the OpenAPI document of this service. */
export function openapi(document: object) {
  return (): Reply<object> => ({ status: 200, body: document })
}
