import { health } from './health.ts'
import type { Route } from './http/handler.ts'
import { mirror } from './mirror.ts'
import { openapi } from './openapi.ts'
import { type Phase, ready } from './ready.ts'
import type { Staging } from './staging/staging.ts'
import { uploadRandom } from './upload-random.ts'

/** What the handlers need from outside. */
export type Needs = {
  phase: () => Phase
  staging: Staging | Promise<Staging>
  randomInt: (limit: number) => number
  document: object
}

/** Every route of the service: the server mounts this table; the OpenAPI document, the Postman collection and the probes are read off it. */
export function routes({ phase, staging, randomInt, document }: Needs): Route[] {
  return [
    { method: 'GET', path: '/api/health', handle: health, probe: true, replies: { 200: 'health' } },
    { method: 'GET', path: '/api/ready', handle: ready(phase), probe: true, replies: { 200: 'ready', 503: 'ready' } },
    { method: 'GET', path: '/api/openapi.json', handle: openapi(document), replies: { 200: 'openapi' } },
    {
      method: 'GET',
      path: '/api/mirror',
      handle: mirror,
      query: 'mirror-query',
      replies: { 200: 'mirror', 400: 'problem' },
    },
    {
      method: 'POST',
      path: '/api/upload-random',
      handle: uploadRandom({ staging, randomInt }),
      headers: 'upload-random-headers',
      replies: { 200: 'upload-random', 400: 'problem', 502: 'problem', 503: 'problem' },
    },
  ]
}
