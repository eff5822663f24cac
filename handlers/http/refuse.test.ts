import { once } from 'node:events'
import t from 'tap'
import { type Limits, limits } from './limits.ts'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'

const post = (headers: string, body = '') => request('POST /post', headers, body)

/** A server with a slow reply that waits until the test calls `open`. */
async function gated(t: Parameters<typeof start>[0], own: Partial<Limits> = {}) {
  const gate = Promise.withResolvers<void>()
  const routes = [
    route('GET', '/fast', () => ({ status: 200, body: 'fast' })),
    route('GET', '/slow', async () => {
      await gate.promise
      return { status: 200, body: 'slow' }
    }),
    route('POST', '/post', () => ({ status: 200, body: 'post' })),
  ]
  const service = await start(t, routes, { limits: own })
  return { ...service, open: gate.resolve, refused: () => once(service.server, 'clientError') }
}

t.test('head larger than the limit', async t => {
  const { dial, faults } = await gated(t)
  const size = limits.headerBytes
  const cases: [string, string][] = [
    ['target', get(`/${'x'.repeat(size)}`)],
    ['one header', request('GET /fast', `a: ${'x'.repeat(size)}`)],
    ['many headers', request('GET /fast', 'a: b\n'.repeat(size / 4))],
    ['trailer', post('Transfer-Encoding: chunked', `0\r\na: ${'x'.repeat(size)}\r\n\r\n`)],
  ]
  for (const [name, bytes] of cases) {
    await t.test(name, async t => {
      const client = await dial()
      const answer = await client.ask(bytes)
      isProblem(t, answer, 431)
      t.equal(answer.headers.connection, 'close')
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    })
  }
  t.equal((await (await dial()).ask(get(`/fast?${'x'.repeat(size - 1000)}`))).status, 200, 'just below')
  t.strictSame(faults(), [])
})

t.test('head larger than another limit', async t => {
  const { dial } = await gated(t, { headerBytes: 2000 })
  t.equal((await (await dial()).ask(get(`/fast?${'x'.repeat(1900)}`))).status, 200)
  isProblem(t, await (await dial()).ask(get(`/fast?${'x'.repeat(2000)}`)), 431)
})

t.test('head larger than the limit, from a client that never stops sending', async t => {
  const { dial } = await gated(t)
  const client = await dial()
  const piece = `a: ${'x'.repeat(60_000)}\r\n`
  client.send('GET /fast HTTP/1.1\r\n')
  const sendOn = () => {
    while (client.socket.writable && client.socket.write(piece));
  }
  client.socket.on('drain', sendOn)
  sendOn()
  isProblem(t, await client.next(), 431)
  t.equal((await client.ended()).unread, '')
})

t.test('slow head', async t => {
  const { dial, faults } = await gated(t, { requestMs: 300 })
  const cases: [string, string][] = [
    ['silence', ''],
    ['half a line', 'GET /fa'],
    ['half a head', 'GET /fast HTTP/1.1\r\nHost: h\r\n'],
    ['half a second head', `${get('/fast')}GET /fa`],
  ]
  await Promise.all(
    cases.map(async ([name, bytes]) => {
      const client = await dial()
      client.send(bytes)
      if (bytes.includes('\r\n\r\n')) t.equal((await client.next()).status, 200)
      const answer = await client.next()
      isProblem(t, answer, 408, name)
      t.equal(answer.headers.connection, 'close')
      t.strictSame(await client.ended(), { end: 'closed', unread: '' }, name)
    }),
  )
  t.strictSame(faults(), [])
})

t.test('slow head behind a slow reply', async t => {
  const { dial, open, refused } = await gated(t, { requestMs: 300 })
  const client = await dial()
  client.send(`${get('/slow')}GET /fa`)
  await refused()
  open()
  t.equal((await client.next()).text, '"slow"')
  isProblem(t, await client.next(), 408)
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
})

t.test('slow head behind a slow reply, complete in the end', async t => {
  const { dial, open, refused, faults, server } = await gated(t, { requestMs: 300 })
  const client = await dial()
  client.send(`${get('/slow')}GET /fa`)
  await refused()
  const late = once(server, 'request')
  client.send('st HTTP/1.1\r\nHost: h\r\n\r\n')
  await late
  open()
  t.equal((await client.next()).text, '"slow"')
  t.equal((await client.next()).text, '"fast"')
  t.equal((await client.ask(get('/fast'))).text, '"fast"')
  isProblem(t, await client.ask('garbage\r\n\r\n'), 400)
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  t.strictSame(faults(), [])
})

t.test('slow or broken body behind a slow reply', async t => {
  const cases: [string, string, number][] = [
    ['slow', post('Content-Length: 5', 'he'), 408],
    ['broken', post('Transfer-Encoding: chunked', 'five\r\nhello'), 400],
  ]
  for (const [name, bytes, status] of cases) {
    await t.test(name, async t => {
      const { dial, open, refused } = await gated(t, { requestMs: 300 })
      const client = await dial()
      const refusal = refused()
      client.send(get('/slow') + bytes)
      await refusal
      open()
      t.equal((await client.next()).text, '"slow"')
      isProblem(t, await client.next(), status)
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    })
  }
})

t.test('garbage behind requests, in several pieces', async t => {
  const { dial, open, refused, faults } = await gated(t)
  const client = await dial()
  client.send(`${get('/slow')}${get('/fast')}garbage\r\n`)
  await refused()
  for (let piece = 0; piece < 3; piece++) {
    const refusal = refused()
    client.send('more garbage\r\n\r\n')
    await refusal
  }
  open()
  t.equal((await client.next()).text, '"slow"')
  t.equal((await client.next()).text, '"fast"')
  isProblem(t, await client.next(), 400)
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  t.strictSame(faults(), [])
})

t.test('garbage after an answer that did not wait for the body', async t => {
  const { dial } = await gated(t)
  const client = await dial()
  isProblem(t, await client.ask(request('POST /nowhere', 'Transfer-Encoding: chunked')), 404)
  client.send('no chunk')
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
})

t.test('garbage from a client that leaves before the answer', async t => {
  const { dial, open, refused, faults, server } = await gated(t)
  const connection = once(server, 'connection')
  const client = await dial()
  const [socket] = await connection
  client.send(`${get('/slow')}garbage\r\n\r\n`)
  await refused()
  client.socket.resetAndDestroy()
  await new Promise(resolve => socket.once('close', resolve))
  open()
  t.equal((await (await dial()).ask(get('/fast'))).status, 200)
  t.strictSame(faults(), [])
})

t.test('bytes that go on and on after those that are no request', async t => {
  const { dial, open, server } = await gated(t)
  let warnings = 0
  const count = () => warnings++
  process.on('warning', count)
  t.teardown(() => process.off('warning', count))
  let refusals = 0
  server.on('clientError', () => refusals++)
  const client = await dial()
  client.send(get('/slow'))
  while (refusals < 20) {
    client.send('no request\r\n\r\n')
    await new Promise(setImmediate)
  }
  open()
  t.equal((await client.next()).text, '"slow"')
  isProblem(t, await client.next(), 400)
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  t.equal(warnings, 0)
})

t.test('CONNECT', async t => {
  const { dial, faults, open } = await gated(t)
  const client = await dial()
  const connect = 'CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n'
  const answer = await client.ask(connect)
  isProblem(t, answer, 405)
  t.match(answer.headers, { allow: 'GET, HEAD, POST', connection: 'close' })
  client.send('bytes for the tunnel')
  t.strictSame(await client.ended(), { end: 'closed', unread: '' })

  const behind = await dial()
  behind.send(get('/slow') + connect + get('/fast'))
  open()
  t.equal((await behind.next()).text, '"slow"', 'behind a slow reply')
  isProblem(t, await behind.next(), 405)
  t.strictSame(await behind.ended(), { end: 'closed', unread: '' })
  t.strictSame(faults(), [])
})

t.test('CONNECT from a client that resets the connection', async t => {
  const { dial, faults, open, server, close } = await gated(t)
  const connect = once(server, 'connect')
  const client = await dial()
  client.send(`${get('/slow').repeat(2)}CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n`)
  const [{ socket }] = await connect
  client.socket.resetAndDestroy()
  await new Promise(resolve => socket.once('close', resolve))
  open()
  t.equal((await (await dial()).ask(get('/fast'))).status, 200)
  t.strictSame(faults(), [])
  t.equal(await close(5000), true)
})
