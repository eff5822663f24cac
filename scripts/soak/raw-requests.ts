import { connect } from 'node:net'
import type { Random } from './random.ts'

const paths = ['/api/health', '/api/ready', '/api/mirror', '/api/upload-random', '/api/openapi.json']

/** The bytes of a request, as latin1 characters. */
export const rawRequest = (start: string, headers: string[] = [], body = '') =>
  `${[`${start} HTTP/1.1`, 'Host: h', ...headers].join('\r\n')}\r\n\r\n${body}`

/** Requests with the only answer that is right. */
export const knownAnswers: readonly [request: string, status: number][] = [
  [rawRequest('GET /api/mirror?word=a'), 200],
  [rawRequest('GET /api/mirror'), 400],
  [rawRequest('GET /__proto__'), 404],
  [rawRequest('DELETE /api/health'), 405],
  [rawRequest('POST /api/upload-random', ['Content-Length: 70000'], 'a'.repeat(70_000)), 413],
  [
    rawRequest(
      'POST /api/upload-random',
      ['Transfer-Encoding: chunked'],
      `11170\r\n${'a'.repeat(70_000)}\r\n0\r\n\r\n`,
    ),
    413,
  ],
  [rawRequest('GET /api/health', [`X: ${'a'.repeat(20_000)}`]), 431],
  [rawRequest('POST /api/upload-random', ['Idempotency-Key: ']), 400],
  [rawRequest('POST /api/upload-random', ['Expect: tea']), 417],
  ['\0'.repeat(50), 400],
]

/** Draws a request from a grammar of right and wrong parts, and sometimes damages a few of its bytes. */
export function randomRequest(random: Random): string {
  const { pick, between, chance, characters } = random
  const word = () => encodeURIComponent(characters(between(0, 20)))
  const long = () => pick(['a', '%', '/', '\u00e9']).repeat(between(1, 20_000))
  const method = pick(['GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'PRI', ''])
  const target = chance(0.7)
    ? `${pick(paths)}${pick(['', `?word=${word()}`, '?word=%', `?${characters(9)}`, `?word=${word()}&word=b`])}`
    : pick(['*', '//', '/..', 'h:443', '', '/constructor', `http://h${pick(paths)}`, `/${characters(9)}`, `/${long()}`])
  const version = pick(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 ', ''])
  const length = () => pick([0, 1, 5, 65_536, 65_537, -1, 1e20, '0x5', '5, 5', ''])
  const header = () =>
    pick([
      () => `Host: ${pick(['h', '', 'h:80', '[::1]', 'a b', characters(5)])}`,
      () => `Content-Length: ${length()}`,
      () => `Transfer-Encoding: ${pick(['chunked', 'gzip, chunked', 'xchunked', 'chunked, chunked'])}`,
      () => `Connection: ${pick(['close', 'keep-alive', 'upgrade', 'close, x'])}`,
      () => `Expect: ${pick(['100-continue', '100-Continue', 'x'])}`,
      () => `Idempotency-Key: ${pick([characters(9), 'a'.repeat(between(0, 300)), 'same'])}`,
      () => `Upgrade: ${pick(['h2c', 'websocket'])}`,
      () => `X-${between(0, 99)}: ${characters(between(0, 30))}`,
      () => ` folded`,
      () => `X: ${long()}`,
    ])()
  const headers = Array.from({ length: between(0, 8) }, header)
  const chunks = () => `${pick(['5', '5;x=y', '0005', 'ffffffffffffffff', 'z'])}\r\nabcde\r\n0\r\n\r\n`
  const body = pick([() => '', () => '', () => 'abcde', chunks, () => characters(between(0, 99)), () => long()])()
  const lineEnd = chance(0.9) ? '\r\n' : pick(['\n', '\r', '\r\n '])
  const space = chance(0.95) ? ' ' : pick(['  ', '\t', ''])
  const whole = [[method, target, version].join(space), 'Host: h', ...headers, '', body].join(lineEnd)
  if (chance(0.7)) return whole
  const at = between(0, Math.min(whole.length, 400))
  return whole.slice(0, at) + pick(['', characters(3), whole.slice(0, at)]) + whole.slice(at + between(0, 3))
}

const exchangeMs = 3000

/**
 * Sends bytes over a connection of its own, then ends our half or resets it. Resolves to the text that came back, and
 * to whether the connection is still open after 3 s.
 */
export function exchange(port: number, bytes: string, then = 'end'): Promise<{ text: string; open: boolean }> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: false })
    let text = ''
    const timer = setTimeout(() => {
      resolve({ text, open: true })
      socket.destroy()
    }, exchangeMs)
    socket.setEncoding('latin1').on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => {}) // reset by the service, perhaps after an answer
    socket.once('close', () => {
      clearTimeout(timer)
      resolve({ text, open: false })
    })
    socket.once('connect', () => {
      if (then === 'reset') socket.write(bytes, 'latin1', () => socket.resetAndDestroy())
      else socket.end(bytes, 'latin1')
    })
  })
}

/** The statuses of the answers in a text, without 100 Continue. */
export const statuses = (text: string) =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status)).filter(status => status !== 100)
