import { createHook } from 'node:async_hooks'
import type { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import t from 'tap'
import { limits } from './limits.ts'
import { get, isProblem, request, route, start } from './raw-client.test-support.ts'

const post = (headers: string, body = '') => request('POST /post', headers, body)
const routes = [
  route('GET', '/fast', () => ({ status: 200, body: { fast: true } })),
  route('GET', '/echo', ({ query }) => ({ status: 200, body: { ...query } })),
  route('POST', '/post', () => ({ status: 200, body: { posted: true } })),
]

t.test('requests that are answered and keep the connection open', async t => {
  const { dial, faults } = await start(t, routes)
  const cases: [string, string | Uint8Array, number][] = [
    ['GET', get('/fast'), 200],
    ['empty lines before', `\r\n\r\n${get('/fast')}`, 200],
    ['GET with a body', request('GET /fast', 'Content-Length: 5', 'hello'), 200],
    ['absolute form', get('http://h/fast'), 200],
    ['absolute form, any case', get('HTTPS://user@h:1/fast?x'), 200],
    ['absolute form, no path', get('http://h'), 404],
    ['absolute form, query only', get('http://h?x'), 404],
    ['no Host', 'GET /fast HTTP/1.1\r\n\r\n', 400],
    ...[
      '][?%/ :99999',
      'a b',
      'h, h',
      'h/',
      'h:80:80',
      'h:x',
      'u@h',
      '[::1',
      '[]',
      '[h]',
      '::1',
      '%zz',
      'h\\',
      '<h>',
      '\xe9',
    ].map((host): [string, string, number] => [`bad Host ${host}`, `GET /fast HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400]),
    ...[
      '',
      'h',
      'h:',
      'H-1.example.com:8080',
      '127.0.0.1',
      '[::1]',
      '[::ffff:1.2.3.4]:80',
      '[v1.a:b]',
      'a_b',
      '%C3%A9',
      '  h  ',
    ].map((host): [string, string, number] => [`Host ${host}`, `GET /fast HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 200]),
    ['two Hosts', request('GET /fast', 'Host: i'), 400],
    ['the same Host twice', request('GET /fast', 'Host: h'), 400],
    ['two Hosts with another header between', request('GET /fast', 'A: b\nhOST: h'), 400],
    ['two empty Hosts', 'GET /fast HTTP/1.1\r\nHost:\r\nHost:\r\n\r\n', 400],
    ['a bad Host in HTTP/1.0', 'GET /fast HTTP/1.0\r\nConnection: keep-alive\r\nHost: a b\r\n\r\n', 400],
    ['absolute form with another Host', 'GET http://h/fast HTTP/1.1\r\nHost: i\r\n\r\n', 200],
    ['two slashes', get('//'), 404],
    ['three slashes', get('///fast'), 404],
    ['dots', get('/../fast'), 404],
    ['__proto__', get('/__proto__'), 404],
    ['constructor', get('/constructor'), 404],
    ['query of __proto__', get('/echo?__proto__=1&constructor=2&toString=3'), 200],
    ['broken escape in the path', get('/%'), 404],
    ['broken escape in the query', get('/echo?word=%&%=%zz&%ff'), 200],
    ['question marks', get('/fast??'), 200],
    ['OPTIONS *', request('OPTIONS *'), 404],
    ['OPTIONS of a route', request('OPTIONS /fast'), 405],
    ['DELETE', request('DELETE /post'), 405],
    ['TRACE', request('TRACE /fast'), 405],
    ['PROPFIND', request('PROPFIND /nowhere'), 404],
    ['empty POST', post(''), 200],
    ['POST of no bytes', post('Content-Length: 0'), 200],
    ['POST of a body', post('Content-Length: 4', '\0\r\n\xff'), 200],
    ['chunked', post('Transfer-Encoding: chunked', '3\r\nabc\r\n0\r\n\r\n'), 200],
    ['chunked, with extension and trailer', post('Transfer-Encoding: chunked', '1;a=b\r\nx\r\n0\r\nT: 1\r\n\r\n'), 200],
    ['upgrade to WebSocket', request('GET /fast', 'Connection: Upgrade\nUpgrade: websocket'), 200],
    [
      'upgrade to h2c',
      request('GET /fast', 'Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AA'),
      200,
    ],
    ['three hundred headers', request('GET /fast', 'a: b\n'.repeat(300)), 200],
    ['bytes above ASCII in a header', request('GET /fast', 'X-Latin: \xe9\xff'), 200],
    ['HTTP/1.0 that keeps alive', 'GET /fast HTTP/1.0\r\nConnection: keep-alive\r\n\r\n', 200],
  ]
  for (const [name, bytes, status] of cases) {
    await t.test(name, async t => {
      const client = await dial()
      const answer = await client.ask(bytes)
      if (status < 400) t.equal(answer.status, status)
      else isProblem(t, answer, status)
      // A second answer to those bytes would come before this one.
      t.match(await client.ask(get('/fast')), { status: 200, text: '{"fast":true}' })
    })
  }
  t.strictSame(faults(), [])
})

t.test('bytes that are answered and end the connection', async t => {
  const { dial, faults } = await start(t, routes)
  const cases: [string, string | Uint8Array, number][] = [
    ['HTTP/1.0', 'GET /fast HTTP/1.0\r\n\r\n', 200],
    ['Connection: close', request('GET /fast', 'Connection: close'), 200],
    ['POST of a GET route', request('POST /fast', 'Content-Length: 2', 'ab'), 405],
    ['unknown path with a body', request('POST /nowhere', 'Content-Length: 4', 'abcd'), 404],
    ['garbage', 'garbage\r\n\r\n', 400],
    ['TLS hello', Buffer.from('16030100c8010000c40303', 'hex'), 400],
    ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['HTTP/2.0', 'GET /fast HTTP/2.0\r\nHost: h\r\n\r\n', 200],
    ['HTTP/0.9', 'GET /fast\r\n\r\n', 200],
    ['HTTP/9.9', 'GET /fast HTTP/9.9\r\nHost: h\r\n\r\n', 400],
    ['unknown method', request('BREW /fast'), 400],
    ['lower-case method', request('get /fast'), 400],
    ['backslash', get('\\fast'), 400],
    ['space in the target', get('/fa st'), 400],
    ['NUL in the target', get('/fast\0'), 400],
    ['byte above ASCII in the target', get('/echo?word=\xe9'), 400],
    ['NUL in a header', request('GET /fast', 'a: \0'), 400],
    ['NUL bytes', '\0\0\0\0\r\n\r\n', 400],
    ['lone CR in a header', 'GET /fast HTTP/1.1\r\nHost: h\r\nA: b\rC: d\r\n\r\n', 400],
    ['lone CR at the ends of lines', 'GET /fast HTTP/1.1\rHost: h\r\r', 400],
    ['lone LF at the ends of lines', 'GET /fast HTTP/1.1\nHost: h\n\n', 400],
    ['folded header', 'GET /fast HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n', 400],
    ['space before the colon', 'GET /fast HTTP/1.1\r\nHost : h\r\n\r\n', 400],
    ['header without a name', request('GET /fast', ': x'), 400],
    ['two lengths', post('Content-Length: 1\nContent-Length: 2', 'ab'), 400],
    ['length and chunked', post('Content-Length: 4\nTransfer-Encoding: chunked', '0\r\n\r\n'), 400],
    ['chunked and length', post('Transfer-Encoding: chunked\nContent-Length: 4', '0\r\n\r\n'), 400],
    ['chunked not last', post('Transfer-Encoding: chunked, gzip', '0\r\n\r\n'), 400],
    ['a coding that is not chunked', post('Transfer-Encoding: gzip', 'ab'), 400],
    ['obscured chunked', post('Transfer-Encoding: xchunked', '0\r\n\r\n'), 400],
    ['negative length', post('Content-Length: -1'), 400],
    ['length in words', post('Content-Length: five', 'hello'), 400],
    ['length beyond 64 bits', post(`Content-Length: ${'9'.repeat(30)}`), 400],
    ['invalid chunk', post('Transfer-Encoding: chunked', 'xyz\r\nabc\r\n'), 400],
    ['chunk longer than it says', post('Transfer-Encoding: chunked', '1\r\nabc\r\n0\r\n\r\n'), 400],
  ]
  for (const [name, bytes, status] of cases) {
    await t.test(name, async t => {
      const client = await dial()
      const answer = await client.ask(bytes)
      if (status < 400) t.equal(answer.status, status)
      else isProblem(t, answer, status)
      t.equal(answer.headers.connection, 'close')
      t.strictSame(await client.ended(), { end: 'closed', unread: '' })
    })
  }
  t.equal((await (await dial()).ask(get('/fast'))).status, 200)
  t.strictSame(faults(), [])
})

t.test('any bytes in any pieces: each answer is whole, and one that says close is the last', async t => {
  const slow = route('POST', '/post', () => new Promise(resolve => setTimeout(resolve, 2, { status: 200, body: 1 })))
  const { dial, faults } = await start(t, [...routes.slice(0, 2), slow])
  const wholes = [
    ...[
      get('/fast'),
      get('//'),
      get('/echo?%'),
      request('OPTIONS *'),
      request('PUT /post'),
      request('POST /nowhere', 'Content-Length: 1', 'x'),
    ],
    ...[post(''), post('Content-Length: 3', 'abc'), post('Transfer-Encoding: chunked', '3\r\nabc\r\n0\r\n\r\n')],
    ...[post('Expect: 100-continue\nContent-Length: 3', 'abc'), post('Expect: x', ''), post('Content-Length: 99999')],
    ...[
      'GET /fast HTTP/1.0\r\n\r\n',
      'GET /fast HTTP/1.0\r\nConnection: keep-alive\r\n\r\n',
      request('GET /fast', 'Connection: close'),
    ],
  ]
  const parts = [
    ...[
      'GET ',
      'CONNECT ',
      '/fast',
      '*',
      ' HTTP/1.1',
      '\r\n',
      '\r\n\r\n',
      '\n',
      '\r',
      '\0',
      ' ',
      'abc',
      '3\r\nabc\r\n',
      '0\r\n\r\n',
    ],
    ...[
      'Host: h\r\n',
      'Content-Length: 3\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Upgrade: x\r\nConnection: upgrade\r\n',
    ],
    ...['POST /post HTTP/1.1\r\nHost: h\r\n', post('Content-Length: 3'), post('Transfer-Encoding: chunked')],
  ]
  const bytes = fc.uint8Array({ maxLength: 50 }).map(bytes => Buffer.from(bytes).toString('latin1'))
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...wholes) },
    { weight: 2, arbitrary: fc.constantFrom(...parts) },
    { weight: 1, arbitrary: bytes },
  )
  const stream = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(stream, fc.integer({ min: 1, max: 1000 }), async (stream, size) => {
      const client = await dial()
      for (let at = 0; at < stream.length; at += size) {
        client.send(stream.slice(at, at + size))
        await new Promise(setImmediate)
      }
      client.socket.end()
      const { unread } = await client.ended()
      const answers = unread.split(/(?=HTTP\/1\.1 )/).filter(Boolean)
      for (const answer of answers) {
        const [, status, head, body = ''] = /^HTTP\/1\.1 (\d{3}) (.*?)\r\n\r\n(.*)$/s.exec(answer) ?? []
        if (status !== '100') JSON.parse(body)
        const whole = status === '100' ? body === '' : head?.includes(`\r\nContent-Length: ${body.length}\r\n`)
        if (!whole || !['100', '200', '400', '404', '405', '413', '417'].includes(status ?? '')) throw new Error(answer)
      }
      const last = answers.findIndex(answer => /^Connection: close/im.test(answer))
      if (last >= 0 && last < answers.length - 1) throw new Error('an answer after the last')
    }),
    { numRuns: 300 },
  )
  t.equal((await (await dial()).ask(get('/fast'))).status, 200)
  t.strictSame(faults(), [])
})

t.test('the limits of time are those of the server', async t => {
  const { server } = await start(t, routes)
  t.equal(server.keepAliveTimeout, limits.keepAliveMs)
  t.equal(server.requestTimeout, limits.requestMs)
})

t.test('a request that is answered at once costs no promise and no listener', async t => {
  const { dial, server } = await start(t, [route('GET', '/fast', ({ query }) => ({ status: 200, body: query.word }))])
  const made: string[][] = []
  const hook = createHook({ init: (_, type) => void made.at(-1)?.push(type) })
  const listeners: number[] = []
  const count = (response: ServerResponse) => {
    const emitters: EventEmitter[] = [response, response.req, response.req.socket]
    const counts = emitters.flatMap(emitter => emitter.eventNames().map(name => emitter.listenerCount(name)))
    listeners.push(counts.reduce((sum, count) => sum + count))
  }
  // Around the service's own listener.
  server.prependListener('request', (_, response: ServerResponse) => {
    count(response)
    made.push([])
    hook.enable()
  })
  server.on('request', (_, response: ServerResponse) => {
    hook.disable()
    count(response)
  })
  const client = await dial()
  for (let count = 0; count < 3; count++) t.equal((await client.ask(get('/fast?word=a'))).text, '"a"')
  const { headers } = await client.ask(get('/fast?word=a'))
  // With the first Date of each second, node:http makes a timer.
  const [least] = made.toSorted((a, b) => a.length - b.length)
  t.strictSame(least, ['TickObject'], "node:http's own, and nothing else")
  t.equal(listeners[1], listeners[0])
  const usual = ['content-type', 'content-length', 'cache-control', 'date', 'connection', 'keep-alive']
  t.strictSame(Object.keys(headers), usual, 'and no header more')
})
