import { once } from 'node:events'
import t, { type Test } from 'tap'
import { limits } from '../http/limits.ts'
import { get, request, type start, start as startServer } from '../http/raw-client.test-support.ts'
import { mount, routes } from '../routes.ts'
import { exposition } from './exposition.ts'
import { requestMetrics } from './requests.ts'

type Options = Parameters<typeof start>[2]

const post = (headers: string, body = '') => request('POST /api/upload-random', headers, body)

/** Serves the service's routes with metrics; uploads take until `store` is called. */
async function serve(t: Test, options: Options = {}) {
  const stored = Promise.withResolvers<boolean>()
  const put = () => stored.promise
  const mounted = mount({
    phase: () => 'ready',
    staging: { prefix: '', put },
    randomInt: () => 5,
    document: {} as never,
  })
  const { observe, family } = requestMetrics(mounted)
  const service = await startServer(t, mounted, { ...options, observe })
  const lines = () => exposition([family]).trimEnd().split('\n')
  const series = () => lines().map(line => line.replace(/ [^ ]*$/, ''))
  /** What was counted: the labels that matter, and how often. */
  const counted = () =>
    lines().flatMap(line => {
      const [, method, rest = '', count] = /_count\{http_request_method="(\w+)"(.*)\} (?!0$)(\d+)$/.exec(line) ?? []
      const values = [...rest.matchAll(/(?!,url_scheme),\w+="([^"]*)"/g)].map(([, value]) => value)
      return method ? [[method, ...values, Number(count)].join(' ')] : []
    })
  const counts = async (expected: string[]) => {
    const end = performance.now() + 10_000
    while (counted().join() !== expected.join() && performance.now() < end) await new Promise(setImmediate)
    t.strictSame(counted(), expected)
  }
  return { ...service, store: stored.resolve, lines, series, counted, counts }
}

t.test('every declared reply is there at 0, with every bucket', async t => {
  const { lines, series } = await serve(t)
  for (const { method, path, replies } of routes)
    for (const status of Object.keys(replies)) {
      const error = Number(status) < 500 ? '' : `,error_type="${status}"`
      const labels = `http_request_method="${method}",http_route="${path}",http_response_status_code="${status}",url_scheme="http"${error}`
      for (const le of ['0.005', '0.1', '1.0', '5.0', '+Inf'])
        t.ok(lines().includes(`http_server_request_duration_seconds_bucket{${labels},le="${le}"} 0`), `${labels} ${le}`)
    }
  t.ok(series().length < 275, `${series().length} series`)
})

const cases: [name: string, bytes: string, expected: string][] = [
  ['a reply', get('/api/mirror?word=a'), 'GET /api/mirror 200'],
  ['the refusal of a handler', get('/api/mirror'), 'GET /api/mirror 400'],
  ['HEAD', request('HEAD /api/health'), 'GET /api/health 200'],
  ['no route', get('/nowhere'), 'GET 404'],
  ['no route, another method', request('PROPFIND /nowhere'), '_OTHER 404'],
  ['a wrong method', request('POST /api/health'), 'POST 405'],
  ['CONNECT', request('CONNECT h:80'), '_OTHER 405'],
  ['no Host', 'GET /api/health HTTP/1.1\r\n\r\n', 'GET 400'],
  ['not HTTP', 'garbage\r\n\r\n', '_OTHER 400'],
  ['a body that is announced as too large', post('Content-Length: 999999'), 'POST 413'],
  ['an unknown expectation', post('Expect: x'), 'POST 417'],
  ['too many bytes of headers', request('GET /', `A: ${'a'.repeat(limits.headerBytes)}`), '_OTHER 431'],
  ['a slow head', 'GET /api/health HTTP/1.1\r\n', '_OTHER 408'],
  ['a slow body', post('Content-Length: 2', 'a'), 'POST 408'],
  ['a broken body', post('Transfer-Encoding: chunked', 'no number\r\n'), 'POST 400'],
]

for (const [name, bytes, expected] of cases)
  t.test(`counted once: ${name}`, async t => {
    // Short only where a client is to be slow: on a busy machine every client is.
    const { dial, counts } = await serve(t, expected.endsWith('408') ? { limits: { requestMs: 100 } } : {})
    const client = await dial()
    client.send(bytes)
    await once(client.socket, 'data')
    await counts([`${expected} 1`])
  })

t.test('a client that leaves, and one that is cut off', async t => {
  const { dial, server, store, counts } = await serve(t, { limits: { pipelined: 1 } })
  const [leaves, half, greedy] = [await dial(), await dial(), await dial()]
  for (const [client, bytes] of [
    [leaves, post('')],
    [half, post('Content-Length: 2', 'a')],
    [greedy, post('') + post('')],
  ] as const) {
    const reached = once(server, 'request')
    client.send(bytes)
    await reached
    client.socket.resetAndDestroy()
  }
  await counts(['POST cut_off 2'])
  store(true)
  await counts(['POST cut_off 4'])
})

t.test('too many in flight, and the time that a request takes', async t => {
  const { dial, server, store, lines, counts } = await serve(t, { maxInFlight: 1 })
  const [first, second] = [await dial(), await dial()]
  const reached = once(server, 'request')
  first.send(post(''))
  await reached
  t.equal((await second.ask(get('/api/mirror?word=a'))).status, 503)
  const wait = performance.now() + 30
  while (performance.now() < wait) await new Promise(setImmediate)
  store(true)
  await first.next()
  await counts(['GET /api/mirror 503 503 1', 'POST /api/upload-random 200 1'])
  const bucket = (le: string) =>
    lines().find(line => line.includes(`upload-random",http_response_status_code="200",url_scheme="http",le="${le}"`))
  t.match(bucket('0.025'), / 0$/)
  t.match(bucket('+Inf'), / 1$/)
  t.ok(
    Number(
      lines()
        .find(line => /_sum.*upload-random.*"200"/.test(line))
        ?.split(' ')[1],
    ) >= 0.03,
  )
})

t.test('no client adds a series', async t => {
  const { dial, store, series, counted } = await serve(t)
  store(true)
  const before = series()
  const client = await dial()
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'MKCOL', 'M-SEARCH', 'QUERY']
  for (let count = 0; count < 500; count++) {
    const method = methods[count % methods.length] as string
    const path = count % 2 ? `/invented/${count}` : (routes[count % routes.length]?.path as string)
    await client.ask(request(`${method} ${path}?${count}=${count}`, `X-${count}: ${count}`), method === 'HEAD')
    if (count === 250) t.ok(counted().length > 5, counted().join())
  }
  t.strictSame(series(), before)
})

t.test('a status that nobody has declared counts as a failure', async t => {
  const [route] = mount({
    phase: () => 'ready',
    staging: { prefix: '', put: async () => true },
    randomInt: () => 5,
    document: {} as never,
  })
  const { observe, family } = requestMetrics([route as NonNullable<typeof route>])
  observe(1, 418, 'GET', route)
  t.match(exposition([family]), /_count\{http_request_method="GET",http_response_status_code="500",[^}]*\} 1\n/)
})
