import { once } from 'node:events'
import t from 'tap'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'

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
    { host: 'h', 'x-y': 'z, w' },
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
      route('GET', '/probe', () => ({ status: 200 }), true),
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
  t.equal((await three.ask(get('/probe'))).status, 200, 'probes stand outside')
  isProblem(t, await three.ask(get('/nowhere')), 404)
  isProblem(t, await half.ask('late body'), 503, 'a body counts once it is there')
  t.strictSame(faults(), [])

  gates.shift()?.()
  t.equal((await one.next()).status, 200)
  for (let time = 0; time < 5; time++) isProblem(t, await three.ask(get('/throw')), 500, 'a place is given back')
  t.equal((await three.ask(request('POST /post'))).status, 200)
  for (const open of gates) open()
  t.equal((await two.next()).status, 200)
})

t.test('half-sent bodies keep nobody out', async t => {
  const { dial } = await start(t, [route('POST', '/post', () => ({ status: 200 }))], { maxInFlight: 1 })
  const [half, whole] = [await dial(), await dial()]
  t.equal((await half.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 9'))).status, 100)
  t.equal((await whole.ask(request('POST /post'))).status, 200)
  t.equal((await half.ask('the rest!')).status, 200)
})
