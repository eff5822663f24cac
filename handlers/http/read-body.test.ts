import t from 'tap'
import { type Limits, limits } from './limits.ts'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'

const post = (headers: string, body = '') => request('POST /post', headers, body)

/** A server that counts how often its one handler ran. */
async function counting(t: Parameters<typeof start>[0], own: Partial<Limits> = {}) {
  let posted = 0
  const routes = [
    route('POST', '/post', () => ({ status: 200, body: { posted: ++posted } })),
    route('GET', '/fast', () => ({ status: 200 })),
  ]
  return { ...(await start(t, routes, { limits: own })), posted: () => posted }
}

t.test('Expect: 100-continue', async t => {
  const { dial, faults, posted } = await counting(t)
  const client = await dial()
  t.equal((await client.ask(post('Expect: 100-Continue\nContent-Length: 2'))).status, 100)
  t.equal(posted(), 0)
  t.equal((await client.ask('ab')).status, 200)
  t.equal((await client.ask(get('/fast'))).status, 200)
  const twice = 'Expect: 100-continue\nExpect: 100-continue\nContent-Length: 2'
  t.equal((await client.ask(post(twice))).status, 100, 'equal ones count once')
  t.equal((await client.ask('ab')).status, 200)
  t.strictSame(faults(), [])
})

t.test('Expect: 100-continue, pipelined after a request', async t => {
  const { dial } = await counting(t)
  const client = await dial()
  t.equal((await client.ask(get('/fast') + post('Expect: 100-continue\nContent-Length: 2'))).status, 200)
  t.equal((await client.next()).status, 100)
  t.equal((await client.ask('ab')).status, 200)
})

t.test('Expect: 100-continue is ignored in HTTP/1.0', async t => {
  const { dial } = await counting(t)
  const client = await dial()
  for (const expectation of ['100-continue', 'wonders']) {
    const bytes = `POST /post HTTP/1.0\r\nConnection: keep-alive\r\nExpect: ${expectation}\r\nContent-Length: 1\r\n\r\nx`
    t.equal((await client.ask(bytes)).status, 200)
  }
})

t.test('an error instead of 100 Continue', async t => {
  const { dial, faults, posted } = await counting(t)
  const cases: [string, string, number][] = [
    ['too large', post(`Expect: 100-continue\nContent-Length: ${limits.bodyBytes + 1}`), 413],
    ['unknown path', request('POST /nowhere', 'Expect: 100-continue\nContent-Length: 2'), 404],
    ['other method', request('PUT /post', 'Expect: 100-continue\nContent-Length: 2'), 405],
    ['other expectation', post('Expect: wonders\nContent-Length: 2'), 417],
    ['two expectations', post('Expect: 100-continue, wonders\nContent-Length: 2'), 417],
  ]
  for (const [name, bytes, status] of cases) {
    await t.test(name, async t => {
      const client = await dial()
      const answer = await client.ask(bytes)
      isProblem(t, answer, status)
      // The client may send the body or not: the server cannot tell a body from the next request.
      t.equal(answer.headers.connection, 'close')
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    })
  }
  t.equal(posted(), 0)
  t.strictSame(faults(), [])
})

t.test('an expectation without a body keeps the connection open', async t => {
  const { dial } = await counting(t)
  const client = await dial()
  isProblem(t, await client.ask(post('Expect: wonders')), 417)
  const pipelined = await client.ask(post('Expect: wonders') + get('/fast'))
  isProblem(t, pipelined, 417)
  t.equal((await client.next()).status, 200)
})

t.test('body limit', async t => {
  const { dial } = await counting(t, { bodyBytes: 1000 })
  const client = await dial()
  t.equal((await client.ask(post('Content-Length: 1000', 'x'.repeat(1000)))).status, 200)
  const chunk = `1f4\r\n${'x'.repeat(500)}\r\n`
  t.equal((await client.ask(post('Transfer-Encoding: chunked', `${chunk}${chunk}0\r\n\r\n`))).status, 200)
})

t.test('body limit (over), to a client that never stops sending', async t => {
  const { dial, faults, posted } = await counting(t)
  const piece = Buffer.alloc(64 * 1024, 'x')
  const cases: [string, string, Buffer][] = [
    ['announced', post(`Content-Length: ${2 ** 40}`), piece],
    [
      'chunked',
      post('Transfer-Encoding: chunked'),
      Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]),
    ],
  ]
  for (const [name, head, body] of cases) {
    await t.test(name, async t => {
      const client = await dial()
      client.send(head)
      const sendOn = () => {
        while (client.socket.writable && client.socket.write(body));
      }
      client.socket.on('drain', sendOn)
      sendOn()
      const answer = await client.next()
      isProblem(t, answer, 413)
      t.equal(answer.headers.connection, 'close')
      await client.ended()
    })
  }
  t.equal(posted(), 0)
  t.strictSame(faults(), [])
})

t.test('body limit (over), to a client that sends everything before it reads', async t => {
  const { dial } = await counting(t)
  const bytes = 2 ** 22
  for (const head of [
    post(`Content-Length: ${bytes}`),
    post('Transfer-Encoding: chunked', `${bytes.toString(16)}\r\n`),
  ]) {
    const client = await dial()
    client.socket.pause()
    await new Promise(resolve =>
      client.socket.write(Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'x')]), resolve),
    )
    client.socket.resume()
    isProblem(t, await client.next(), 413)
  }
})

t.test('body limit (over), in one piece with the next request', async t => {
  const { dial } = await counting(t, { bodyBytes: 10 })
  const client = await dial()
  const chunked = post('Transfer-Encoding: chunked', `14\r\n${'x'.repeat(20)}\r\n0\r\n\r\n`)
  const answer = await client.ask(chunked + get('/fast'))
  isProblem(t, answer, 413)
  if (answer.headers.connection === 'close') t.strictSame(await client.ended(), { end: 'closed', unread: '' })
  else t.equal((await client.next()).status, 200)
})

t.test('body cut short', async t => {
  const { dial, faults, posted, lines, close } = await counting(t)
  const heads = [post('Content-Length: 10', 'half'), post('Transfer-Encoding: chunked', '5\r\nhel')]
  for (const head of heads) {
    await t.test('by a reset', async () => {
      const client = await dial()
      t.equal((await client.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 999'))).status, 100)
      client.send(head)
      client.socket.resetAndDestroy()
      await client.ended()
    })
    await t.test('by half-closing', async t => {
      const client = await dial()
      client.send(head)
      client.socket.end()
      isProblem(t, await client.next(), 400)
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    })
  }
  t.equal((await (await dial()).ask(get('/fast'))).status, 200)
  t.equal(posted(), 0)
  t.strictSame(faults(), [])
  t.notMatch(lines, [{ status: 200, url: '/post' }])
  t.equal(await close(5000), true, 'nothing waits for the rest')
})

t.test('body cut short by the server', async t => {
  const { dial, server, close, faults } = await counting(t)
  const client = await dial()
  await client.ask(request('POST /post', 'Expect: 100-continue\nContent-Length: 9'))
  server.closeAllConnections()
  t.equal((await client.ended()).unread, '')
  t.equal(await close(5000), true, 'nothing waits for the rest')
  t.strictSame(faults(), [])
})

t.test('slow body', async t => {
  const { dial, faults, posted } = await counting(t, { requestMs: 300 })
  const heads = [post('Content-Length: 10', 'half'), post('Expect: 100-continue\nContent-Length: 10', 'half')]
  await Promise.all(
    heads.map(async head => {
      const client = await dial()
      let answer = await client.ask(head)
      if (answer.status === 100) answer = await client.next()
      isProblem(t, answer, 408)
      t.equal(answer.headers.connection, 'close')
      // Too late: no handler runs.
      client.send('whole!')
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    }),
  )
  t.equal(posted(), 0)
  t.strictSame(faults(), [])
})
