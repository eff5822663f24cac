import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import pino from 'pino'
import t, { type Test } from 'tap'
import { Problem } from './http/problem.ts'
import { dial, isProblem, request } from './http/raw-client.test-support.ts'
import { serve } from './http/serve.ts'
import document from './openapi.json' with { type: 'json' }
import type { Phase } from './ready.ts'
import { mount, routes } from './routes.ts'

const ajv = new Ajv2020({ strict: false })
ajv.addSchema(document, 'document')

type Operation = { responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }> }

let phase: Phase = 'ready'
let outage: Problem | undefined
const put = async () => {
  if (outage) throw outage
  return true
}
const mounted = mount({ phase: () => phase, staging: { prefix: '', put }, randomInt: () => 5, document })
const { server } = serve({ routes: mounted, log: pino({ level: 'silent' }), maxInFlight: 10 })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
t.teardown(() => server.close())
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const idempotencyKey = (value: string) => ({ headers: { 'Idempotency-Key': value } })
t.test('one route is the liveness probe, one the readiness probe', async t => {
  const probes = routes.flatMap(({ probe, path }) => (probe ? [[probe, path]] : []))
  t.strictSame(probes, [
    ['liveness', '/api/health'],
    ['readiness', '/api/ready'],
  ])
})

const requests: [method: string, target: string, init: RequestInit, status: number, body: object][] = [
  ['GET', '/api/health', {}, 200, { status: 'ok' }],
  ['GET', '/api/ready', {}, 200, { status: 'ready' }],
  ['GET', '/api/openapi.json', {}, 200, document],
  ['GET', '/api/mirror?word=abcABC123987', {}, 200, { transformed: '210678cbaCBA' }],
  ['GET', '/api/mirror?word=', {}, 200, { transformed: '' }],
  ['GET', '/api/mirror?word=a+b%20c&word=d', {}, 200, { transformed: 'C B A' }],
  ['GET', '/api/mirror?word=%F0%9F', {}, 200, { transformed: '\ufffd' }],
  ['GET', '/api/mirror?word=%', {}, 200, { transformed: '\ufffd' }],
  ['GET', '/api/mirror', {}, 400, { detail: /needs a word/ }],
  ['POST', '/api/upload-random', {}, 200, { key: /\.txt$/ }],
  ['POST', '/api/upload-random', idempotencyKey('a'), 200, { key: /^idempotency\// }],
  ['POST', '/api/upload-random', idempotencyKey('é'), 400, { detail: /printable ASCII/ }],
]

for (const [method, target, init, status, body] of requests) {
  t.test(`${method} ${target} is ${status}`, async t => {
    const response = await fetch(origin + target, { method, ...init })
    t.equal(response.status, status)
    const reply = await response.json()
    t.match(reply, body)
    documented(t, method, target, response, reply)
  })
}

t.test('Idempotency-Key on several lines: equal ones count once, different ones are 400', async t => {
  const client = await dial((server.address() as AddressInfo).port)
  t.teardown(() => client.socket.destroy())
  const upload = (...keys: string[]) =>
    client.ask(request('POST /api/upload-random', keys.map(key => `Idempotency-Key: ${key}`).join('\n')))
  const [once, twice] = [await upload('order-7'), await upload('order-7', 'order-7')]
  t.equal(twice.status, 200)
  t.equal(twice.text, once.text, 'the same key')
  isProblem(t, await upload('order-7', 'order-8'), 400)
})

for (const status of ['starting', 'stuck', 'draining'] as const) {
  t.test(`GET /api/ready while ${status}`, async t => {
    phase = status
    t.teardown(() => {
      phase = 'ready'
    })
    const response = await fetch(`${origin}/api/ready`)
    t.equal(response.status, 503)
    const reply = await response.json()
    t.strictSame(reply, { status })
    documented(t, 'GET', '/api/ready', response, reply)
  })
}

for (const [status, headers] of [
  [503, { 'Retry-After': '1' }],
  [502, {}],
] as const) {
  t.test(`POST /api/upload-random while storage gives ${status}`, async t => {
    outage = new Problem(status, 'storage', { headers, cause: new Error('a secret of ours') })
    t.teardown(() => {
      outage = undefined
    })
    const response = await fetch(`${origin}/api/upload-random`, { method: 'POST' })
    t.equal(response.status, status)
    t.equal(response.headers.get('retry-after'), status === 503 ? '1' : null)
    const reply = await response.json()
    t.notOk('detail' in (reply as object))
    documented(t, 'POST', '/api/upload-random', response, reply)
  })
}

/** Asserts that the OpenAPI document describes this response. */
function documented(t: Test, method: string, target: string, response: Response, reply: unknown) {
  const path = target.split('?')[0] as keyof typeof document.paths
  const operation = (document.paths[path] as Record<string, Operation>)[method.toLowerCase()] as Operation
  const described = operation.responses[response.status] ?? operation.responses[`${String(response.status)[0]}XX`]
  const content = described?.content[response.headers.get('content-type') as string]
  t.ok(content, `${response.status} ${response.headers.get('content-type')} is documented`)
  t.ok(ajv.validate({ $ref: `document${content?.schema.$ref}` }, reply), ajv.errorsText())
}
