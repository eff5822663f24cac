import { health } from './health.ts'
import type { Handler, Route } from './http/handler.ts'
import { mirror } from './mirror.ts'
import { openapi } from './openapi.ts'
import { ready } from './ready.ts'
import { uploadRandom } from './upload-random.ts'

/** What the handlers need from outside. */
type Needs = Parameters<typeof ready>[0] & Parameters<typeof openapi>[0] & Parameters<typeof uploadRandom>[0]

/** A route as the contract has it. Schemas are named by their files in handlers/schemas. */
export type ContractRoute = Omit<Route, 'handler'> & {
  handler: (needs: Needs) => Handler
  /** Schemas of the request's query and headers. */
  query?: string
  headers?: string
  /** Schema of the reply to each status. */
  replies: Record<number, string>
}

/** Every route of the service. The server serves them; the API documents and the probes in Terraform are written from them. */
export const routes: readonly ContractRoute[] = [
  { method: 'GET', path: '/api/health', handler: () => health, probe: 'liveness', replies: { 200: 'health' } },
  { method: 'GET', path: '/api/ready', handler: ready, probe: 'readiness', replies: { 200: 'ready', 503: 'ready' } },
  { method: 'GET', path: '/api/openapi.json', handler: openapi, replies: { 200: 'openapi' } },
  {
    method: 'GET',
    path: '/api/mirror',
    handler: () => mirror,
    query: 'mirror-query',
    replies: { 200: 'mirror', 400: 'problem' },
  },
  {
    method: 'POST',
    path: '/api/upload-random',
    handler: uploadRandom,
    headers: 'upload-random-headers',
    replies: { 200: 'upload-random', 400: 'problem', 502: 'problem', 503: 'problem' },
  },
]

/** The routes to serve: each with its handler, made from what it needs. */
export const mount = (needs: Needs): (Route & Pick<ContractRoute, 'replies'>)[] =>
  routes.map(route => ({ ...route, handler: route.handler(needs) }))
