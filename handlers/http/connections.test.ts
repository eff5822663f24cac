import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { connections } from './connections.ts'
import { type Limits, limits } from './limits.ts'
import { type Client, get, isProblem, request, route, start } from './raw-client.test-support.ts'

const post = request('POST /post')

/** A server whose slow handler waits until the test opens the gate of that name. */
async function gated(t: Parameters<typeof start>[0], own: Partial<Limits> = {}) {
  const gates = new Map<string, () => void>()
  let posted = 0
  const routes = [
    route('GET', '/fast', () => ({ status: 200, body: 'fast' })),
    route('GET', '/large', () => ({ status: 200, body: 'x'.repeat(2 ** 24) })),
    route('POST', '/post', () => ({ status: 200, body: ++posted })),
    route('GET', '/slow', async ({ query }) => {
      await new Promise<void>(resolve => gates.set(query.name ?? '', resolve))
      return { status: 200, body: query.name }
    }),
  ]
  const service = await start(t, routes, { limits: { lingerMs: 200, ...own } })
  /** Sends, and waits until the server has the request. */
  const reach = async (client: Client, bytes: string) => {
    const reached = once(service.server, 'request')
    client.send(bytes)
    await reached
  }
  const open = (name: string) => gates.get(name)?.()
  const answersAgain = async () => (await (await service.dial()).ask(get('/fast'))).status === 200
  return { ...service, reach, open, answersAgain, posted: () => posted }
}

/** Text and Connection header of the next answers, in order. */
async function next(client: Client, count: number): Promise<[text: string, connection: string | undefined][]> {
  const answers: [string, string | undefined][] = []
  while (answers.length < count) {
    const { text, headers } = await client.next()
    answers.push([text, headers.connection])
  }
  return answers
}

t.test('pipelined requests are answered in their order', async t => {
  const { dial, reach, open } = await gated(t)
  const client = await dial()
  await reach(client, get('/slow?name=a') + get('/fast') + get('/slow?name=b') + get('/fast'))
  open('b')
  open('a')
  t.strictSame(await next(client, 4), [
    ['"a"', 'keep-alive'],
    ['"fast"', 'keep-alive'],
    ['"b"', 'keep-alive'],
    ['"fast"', 'keep-alive'],
  ])
  client.send(get('/fast').repeat(200))
  t.equal((await next(client, 200)).length, 200)
})

t.test('a client that has ended its half of the connection is answered', async t => {
  const { dial, reach, open, server, posted } = await gated(t)
  const client = await dial()
  const connection = once(server, 'connection')
  const other = await dial()
  const [socket] = await connection
  await reach(other, get('/slow?name=a') + post)
  other.socket.end()
  await once(socket, 'end')
  open('a')
  t.equal((await other.next()).text, '"a"')
  t.equal((await other.next()).text, '1')
  t.strictSame(await other.ended(), { end: 'closed', unread: '' })
  t.equal(posted(), 1)
  client.socket.end()
  t.strictSame(await client.ended(), { end: 'closed', unread: '' }, 'idle')
})

t.test('a client that leaves before its answer', async t => {
  const { dial, reach, open, answersAgain, faults } = await gated(t)
  const client = await dial()
  await reach(client, get('/slow?name=a') + get('/slow?name=b') + get('/fast'))
  client.socket.resetAndDestroy()
  await client.ended()
  t.ok(await answersAgain())
  open('b')
  open('a')
  t.ok(await answersAgain())
  t.strictSame(faults(), [])
})

t.test('drain: each answer is the last of its connection', async t => {
  const { dial, drain, close } = await gated(t)
  const clients = [await dial(), await dial()]
  for (const client of clients) t.equal((await client.ask(get('/fast'))).headers.connection, 'keep-alive')
  drain()
  clients.push(await dial())
  for (const client of clients) {
    t.equal((await client.ask(get('/fast'))).headers.connection, 'close')
    t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  }
  t.equal(await close(5000), true)
})

t.test('drain: of pipelined requests only the newest says close; a later one is not processed', async t => {
  const { dial, reach, open, drain, posted, close } = await gated(t)
  const client = await dial()
  await reach(client, get('/slow?name=a'))
  drain()
  await reach(client, get('/slow?name=b') + post)
  t.equal(posted(), 1)
  await reach(client, post)
  open('b')
  open('a')
  t.strictSame(await next(client, 3), [
    ['"a"', 'keep-alive'],
    ['"b"', 'keep-alive'],
    ['1', 'close'],
  ])
  client.send(post)
  t.strictSame((await client.ended()).unread, '')
  t.equal(posted(), 1)
  t.equal(await close(5000), true)
})

t.test('drain: of whole requests in one packet, each is answered and the newest says close', async t => {
  const { dial, drain, close } = await gated(t)
  const client = await dial()
  drain()
  client.send(get('/fast').repeat(2))
  t.strictSame(await next(client, 2), [
    ['"fast"', 'keep-alive'],
    ['"fast"', 'close'],
  ])
  t.equal(await close(5000), true)
})

t.test('drain: a head that was half sent before', async t => {
  const { dial, drain, close } = await gated(t)
  const client = await dial()
  client.send('GET /fast HTTP/1.1\r\nHost')
  drain()
  t.equal((await client.ask(': h\r\n\r\n')).headers.connection, 'close')
  t.equal(await close(5000), true)
})

t.test('close: requests that are here are answered', async t => {
  const { dial, reach, open, close } = await gated(t)
  const [slow, idle] = [await dial(), await dial()]
  t.equal((await idle.ask(get('/fast'))).headers.connection, 'keep-alive')
  await reach(slow, get('/slow?name=a'))
  const closed = close(5000)
  t.equal((await idle.ask(get('/fast'))).headers.connection, 'close', 'sent as the listener closed')
  await idle.ended()
  open('a')
  t.strictSame(await next(slow, 1), [['"a"', 'close']])
  t.equal(await closed, true)
  await t.rejects(dial(), { code: 'ECONNREFUSED' })
})

t.test('close: idle, silent and half-sent connections do not delay it', async t => {
  const { dial, close } = await gated(t)
  const clients = [await dial(), await dial(), await dial(), await dial()]
  clients[1]?.send('GET /fa')
  await clients[2]?.ask(get('/fast'))
  await clients[3]?.ask(`${get('/fast')}POST /po`)
  t.equal(await close(5000), true)
  for (const client of clients) t.strictSame(await client.ended(), { end: 'closed', unread: '' })
})

t.test('close: a request on an idle connection that is being closed is not processed', async t => {
  const { dial, close, posted } = await gated(t)
  const client = await dial()
  client.socket.allowHalfOpen = true
  const closed = close(5000)
  await once(client.socket, 'end')
  client.send(post)
  t.equal(await closed, true)
  t.equal(posted(), 0)
})

t.test('close: waits for a body on its way', async t => {
  const { dial, close, posted } = await gated(t)
  const client = await dial()
  await client.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 4'))
  const closed = close(5000)
  await new Promise(resolve => setTimeout(resolve, 300))
  t.equal((await client.ask('body')).headers.connection, 'close')
  t.equal(await closed, true)
  t.equal(posted(), 1)
})

t.test('close: a client that reads late gets everything', async t => {
  const { dial, reach, close } = await gated(t)
  const client = await dial()
  client.socket.pause()
  await reach(client, get('/large') + get('/fast'))
  await new Promise(setImmediate)
  const closed = close(5000)
  await new Promise(resolve => setTimeout(resolve, 300))
  client.socket.resume()
  t.strictSame(
    (await next(client, 2)).map(([text]) => text.length),
    [2 ** 24 + 2, '"fast"'.length],
  )
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  t.equal(await closed, true)
})

t.test('close: waits for a handler whose client has left', async t => {
  const { dial, reach, open, close } = await gated(t)
  const client = await dial()
  await reach(client, get('/slow?name=a'))
  client.socket.resetAndDestroy()
  let over = false
  const closed = close(5000).finally(() => {
    over = true
  })
  await new Promise(resolve => setTimeout(resolve, 300))
  t.equal(over, false)
  open('a')
  t.equal(await closed, true)
})

t.test('close: resolves to false when time is up', async t => {
  const { dial, reach, close } = await gated(t)
  const client = await dial()
  await reach(client, get('/slow?name=a'))
  t.equal(await close(100), false)
  t.equal((await client.ended()).unread, '')
})

for (const protocol of ['websocket', 'h2c'])
  t.test(`a request for ${protocol} is the last of its connection if something may follow`, async t => {
    const { dial, reach, open, posted, close } = await gated(t)
    const upgrade = (line: string, body = '') =>
      request(line, `Connection: Upgrade\nUpgrade: ${protocol}\n${body && 'Content-Length: 4'}`, body)
    const last = async (client: Client, text: string) => {
      t.strictSame(await next(client, 1), [[text, 'close']])
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    }
    const [plain, whole, half, broken, behind] = [await dial(), await dial(), await dial(), await dial(), await dial()]
    plain.send(upgrade('GET /fast') + post)
    await last(plain, '"fast"')
    whole.send(upgrade('POST /post', 'body') + post)
    await last(whole, '1')
    half.send(upgrade('POST /post', 'bo'))
    await last(half, '2')
    const later = await dial()
    later.send(upgrade('POST /post', 'body').slice(0, -4))
    await last(later, '3')
    broken.send(request('POST /post', `Connection: Upgrade\nUpgrade: ${protocol}\nTransfer-Encoding: chunked`, 'x\r\n'))
    await last(broken, '4')
    await reach(behind, get('/slow?name=a') + upgrade('GET /slow?name=b'))
    behind.send(post)
    t.equal((await (await dial()).ask(get('/fast'))).status, 200)
    open('b')
    open('a')
    t.strictSame(await next(behind, 1), [['"a"', 'keep-alive']])
    await last(behind, '"b"')
    t.equal(posted(), 4)
    t.equal(await close(5000), true)
  })

for (const [name, bytes, status] of [
  ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: h\r\n\r\n', 405],
  ['garbage', 'garbage\r\n\r\n', 400],
  ['half a head', 'GET /fa', 408],
] as const)
  t.test(`a refusal waits, its request comes in the end: a later one is sent, ${name}`, async t => {
    const { dial, reach, open, server } = await gated(t, { requestMs: 200 })
    const refused = () => once(server, name === 'CONNECT' ? 'connect' : 'clientError')
    const client = await dial()
    const timeout = once(server, 'clientError')
    await reach(client, `${get('/slow?name=a')}GET /slow?name=b HTTP/1.1\r\n`)
    await timeout
    await reach(client, 'Host: h\r\n\r\n')
    open('a')
    t.equal((await client.next()).text, '"a"')
    const again = refused()
    client.send(bytes)
    await again
    open('b')
    t.equal((await client.next()).text, '"b"')
    isProblem(t, await client.next(), status)
    t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  })

t.test('an idle connection keeps nothing of its last request', async t => {
  // What is made after the flag has it.
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc')
  const { dial, server } = await gated(t)
  const requests: WeakRef<IncomingMessage>[] = []
  server.on('request', (message: IncomingMessage) => requests.push(new WeakRef(message)))
  const client = await dial()
  for (const send of [get('/fast'), post]) t.equal((await client.ask(send)).status, 200)
  const kept = () => requests.filter(request => request.deref())
  for (let count = 0; count < 100 && kept().length > 0; count++) {
    await turn()
    collectGarbage()
  }
  t.equal(requests.length, 2)
  t.equal(kept().length, 0)
})

t.test('a socket of another server', async t => {
  const open = connections(createServer(), limits)
  t.equal(open.unfinished(new Socket()), undefined)
  t.equal(await open.endable(new Socket()), false)
})

t.test('a client that pipelines without end is cut off; others are answered', async t => {
  const { dial } = await start(t, [route('GET', '/slow', () => new Promise(() => {}))])
  const flood = await dial()
  flood.send(get('/slow').repeat(1000))
  await flood.ended()
  t.equal((await (await dial()).ask(get('/nowhere'))).status, 404)
})

t.test('a client may pipeline as many requests as the limit says, and not one more', async t => {
  const { dial, reach, open } = await gated(t, { pipelined: 2 })
  const [client, flood] = [await dial(), await dial()]
  await reach(client, get('/slow?name=a') + get('/fast'))
  open('a')
  t.equal((await next(client, 2)).length, 2)
  await reach(flood, get('/slow?name=b') + get('/fast').repeat(2))
  open('b')
  await t.rejects(flood.next(), { message: /^connection (closed|reset) after ""$/ })
})
