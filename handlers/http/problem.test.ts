import t from 'tap'
import type { ProblemDetails } from '../schemas/problem.d.ts'
import type { Handler, Reply } from './handler.ts'
import { failure, Problem } from './problem.ts'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'

t.test('below 500 the reply says what is wrong', async t => {
  t.strictSame(new Problem(405, 'wrong', { headers: { Allow: 'GET' } }).reply, {
    status: 405,
    headers: { 'Content-Type': 'application/problem+json', Allow: 'GET' },
    body: { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail: 'wrong' },
  })
})

t.test('from 500 on the reply has no detail', async t => {
  t.strictSame(new Problem(502, 'secret', { cause: 'secret' }).reply, {
    status: 502,
    headers: { 'Content-Type': 'application/problem+json' },
    body: { type: 'about:blank', title: 'Bad Gateway', status: 502 },
  })
})

t.test('a status without a name', async t => {
  t.match(new Problem(499, 'odd').reply, { body: { title: 'Error', status: 499 } })
})

t.test('a problem has a cause only if one is given', async t => {
  t.equal(Object.hasOwn(new Problem(503, 'x', { headers: {} }), 'cause'), false)
  t.equal(Object.hasOwn(new Problem(503, 'x', { cause: undefined }), 'cause'), true)
})

t.test('whatever a handler throws is answered, and logged once if it is our fault', async t => {
  const cause = new Error('secret')
  const unreadable = {
    get message() {
      throw new Error('secret')
    },
  }
  const cases: [string, unknown, number, number][] = [
    ['Error', cause, 500, 1],
    ['string', 'secret', 500, 1],
    ['number', 0, 500, 1],
    ['undefined', undefined, 500, 1],
    ['null', null, 500, 1],
    ['symbol', Symbol('secret'), 500, 1],
    ['object without prototype', Object.create(null), 500, 1],
    ['Error that holds itself', Object.assign(new Error('secret'), { self: cause, big: 1n }), 500, 1],
    ['Problem', new Problem(400, 'wrong'), 400, 0],
    ['Problem with headers', new Problem(503, 'secret', { headers: { 'Retry-After': '1' } }), 503, 0],
    ['Problem with a cause', new Problem(502, 'secret', { cause }), 502, 1],
    ['Problem whose cause is undefined', new Problem(502, 'secret', { cause: undefined }), 502, 1],
    ['Problem with a header that cannot be sent', new Problem(503, 'secret', { headers: { a: '\n' } }), 500, 1],
    ['Problem with a status that cannot be sent', new Problem(42, 'secret'), 500, 1],
    ['Error that throws when read', unreadable, 500, 1],
  ]
  for (const [name, thrown, status, faults] of cases) {
    const handlers: [string, Handler][] = [
      [
        'thrown',
        () => {
          throw thrown
        },
      ],
      ['rejected', () => Promise.reject(thrown)],
    ]
    for (const [how, handler] of handlers) {
      await t.test(`${name}, ${how}`, async t => {
        const service = await start(t, [route('GET', '/', handler), route('POST', '/', handler)])
        const client = await service.dial()
        for (const bytes of [get('/'), request('POST /', 'Content-Length: 4', 'body')]) {
          const answer = await client.ask(bytes)
          isProblem(t, answer, status)
          t.notMatch(answer.text, 'secret')
        }
        t.equal(service.faults().length, 2 * faults)
      })
    }
  }
})

t.test('a reply that cannot be sent becomes a 500', async t => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  const cases: [string, unknown][] = [
    ['circular body', { status: 200, body: circular }],
    ['BigInt body', { status: 200, body: 1n }],
    ['function as body', { status: 200, body: () => {} }],
    [
      'body whose toJSON throws',
      {
        status: 200,
        body: {
          toJSON: () => {
            throw 'x'
          },
        },
      },
    ],
    ['header value with a line break', { status: 200, headers: { a: 'b\r\nc: d' } }],
    ['header value above Latin-1', { status: 200, headers: { a: '→' } }],
    ['header name with a space', { status: 200, headers: { 'a b': 'c' } }],
    ['header of undefined', { status: 200, headers: { a: undefined } }],
    ['status out of range', { status: 1000 }],
    ['no status', {}],
    ['nothing', undefined],
    ['null', null],
  ]
  for (const [name, reply] of cases) {
    await t.test(name, async t => {
      const { dial, faults } = await start(t, [route('GET', '/', () => reply as Reply)])
      const client = await dial()
      for (let time = 1; time <= 2; time++) {
        isProblem(t, await client.ask(get('/')), 500)
        t.equal(faults().length, time)
      }
    })
  }
})

t.test('failure logs the cause; the reply does not show it', async t => {
  const logged: unknown[] = []
  const log = { error: (...line: unknown[]) => logged.push(line) } as unknown as Parameters<typeof failure>[1]
  const cause = new Error('secret')
  const [trace_id, span_id] = ['a'.repeat(32), 'b'.repeat(16)]
  const replies = [
    failure(new Problem(503, 'storage fails', { cause }), log, { traceparent: `00-${trace_id}-${span_id}-01` }),
    failure('secret', log, {}),
    failure(new Problem(404, 'nothing there'), log, {}),
  ]
  const [first, second, none] = replies.map(({ body }) => (body as ProblemDetails).instance)
  t.match(replies, [{ status: 503 }, { status: 500 }, { status: 404 }])
  t.strictSame(logged, [
    [{ err: cause, instance: first, trace_id, span_id, trace_flags: '01' }, 'storage fails'],
    [{ err: 'secret', instance: second }, 'unexpected failure'],
  ])
  for (const instance of [first, second]) t.match(instance, /^urn:uuid:[-\da-f]{36}$/)
  t.not(first, second)
  t.equal(none, undefined, 'there is no line in the log to be found')
})
