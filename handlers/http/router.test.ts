import { once } from 'node:events'
import t from 'tap'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'
import { findRoute } from './router.ts'

t.test('query and headers reach the handler', async t => {
  const { dial } = await start(t, [
    route('GET', '/echo', ({ query, headers }) => ({ status: 200, body: [Object.entries(query), headers] })),
  ])
  const client = await dial()
  const { text } = await client.ask(request('GET /echo?word=a%20b+c&__proto__=p&word=2&%25', 'X-Y: z\nx-y: w'))
  t.strictSame(JSON.parse(text), [
    [
      ['word', 'a b c'],
      ['__proto__', 'p'],
      ['%', ''],
    ],
    { host: ['h'], 'x-y': ['z', 'w'] },
  ])
})

t.test('limit of requests in flight', async t => {
  const gates: (() => void)[] = []
  const { dial, server, faults } = await start(
    t,
    [
      route('GET', '/slow', async () => {
        await new Promise<void>(resolve => gates.push(resolve))
        return { status: 200 }
      }),
      route('POST', '/post', () => ({ status: 200 })),
      route('GET', '/throw', () => Promise.reject('x')),
      { ...route('GET', '/probe', () => ({ status: 200 })), probe: 'liveness' },
    ],
    { maxInFlight: 2 },
  )
  const [one, two, three, half] = [await dial(), await dial(), await dial(), await dial()]
  t.equal((await half.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 9'))).status, 100)
  for (const client of [one, two]) {
    const reached = once(server, 'request')
    client.send(get('/slow'))
    await reached
  }
  for (const path of ['/slow', '/throw']) {
    const answer = await three.ask(get(path))
    isProblem(t, answer, 503, path)
    t.equal(answer.headers['retry-after'], '1')
    t.equal(answer.headers.connection, 'keep-alive')
  }
  t.equal((await three.ask(get('/probe'))).status, 200, 'probes are not counted')
  isProblem(t, await three.ask(get('/nowhere')), 404)
  isProblem(t, await half.ask('late body'), 503, 'counted once its body is here')
  t.strictSame(faults(), [])

  gates.shift()?.()
  t.equal((await one.next()).status, 200)
  for (let time = 0; time < 5; time++)
    isProblem(t, await three.ask(get('/throw')), 500, 'a failed request frees its place')
  t.equal((await three.ask(request('POST /post'))).status, 200)
  for (const open of gates) open()
  t.equal((await two.next()).status, 200)
})

t.test('half-sent bodies are not counted as in flight', async t => {
  const { dial } = await start(t, [route('POST', '/post', () => ({ status: 200 }))], { maxInFlight: 1 })
  const [half, whole] = [await dial(), await dial()]
  t.equal((await half.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 9'))).status, 100)
  t.equal((await whole.ask(request('POST /post'))).status, 200)
  t.equal((await half.ask('the rest!')).status, 200)
})

t.test('look-up by method and path', async t => {
  const routes = [
    route('GET', '/get', () => ({ status: 200 })),
    route('POST', '/post', () => ({ status: 200 })),
    route('GET', '/both', () => ({ status: 200 })),
    route('POST', '/both', () => ({ status: 200 })),
  ]
  const [getRoute, postRoute, getBoth, postBoth] = routes
  const find = findRoute(routes)

  for (const [method, path, expected] of [
    ['GET', '/get', getRoute],
    ['HEAD', '/get', getRoute],
    ['POST', '/post', postRoute],
    ['GET', '/both', getBoth],
    ['HEAD', '/both', getBoth],
    ['POST', '/both', postBoth],
  ] as const)
    t.equal(find(method, path), expected, `${method} ${path}`)

  for (const path of ['', '/', '/get/', '/GET', '/get?', '*', '__proto__', '/__proto__', '/constructor', '/toString'])
    t.throws(() => find('GET', path), { status: 404, message: `there is no ${path}` })

  for (const [method, path, Allow] of [
    ['POST', '/get', 'GET, HEAD'],
    ['GET', '/post', 'POST'],
    ['HEAD', '/post', 'POST'],
    ['OPTIONS', '/both', 'GET, HEAD, POST'],
    ['get', '/get', 'GET, HEAD'],
    ['__proto__', '/get', 'GET, HEAD'],
  ] as const)
    t.throws(() => find(method, path), { status: 405, headers: { Allow }, message: `${path} takes ${Allow}` })
})
