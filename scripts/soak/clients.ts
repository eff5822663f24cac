import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { mirrored } from '../../handlers/mirror.ts'
import type { Lab, Phases, Random } from './lab.ts'
import { inParallel } from './traffic.ts'

/** The bytes of a request, as latin1 characters. */
export const rawRequest = (start: string, headers: string[] = [], body = '') =>
  `${[`${start} HTTP/1.1`, 'Host: h', ...headers].join('\r\n')}\r\n\r\n${body}`
export const rawUpload = (headers: string[], body = '') => rawRequest('POST /api/upload-random', headers, body)

/** Sends bytes over a connection of its own, then ends or resets it. It has to be closed within three seconds. */
export async function ask({ service: { port }, lost }: Lab, bytes: string, then = 'end') {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true }).setEncoding('latin1')
  const timer = setTimeout(() => {
    lost(`the connection stays open after ${JSON.stringify(bytes)}`)
    socket.destroy()
  }, 3000)
  if (then === 'end') socket.end(bytes, 'latin1')
  else socket.write(bytes, 'latin1', () => socket.resetAndDestroy())
  let text = ''
  try {
    for await (const chunk of socket) text += chunk
  } catch {} // reset, perhaps after an answer
  clearTimeout(timer)
  // 100 Continue is no answer.
  const statuses = [...text.matchAll(/^HTTP\/1\.1 ([2-5]\d\d) /gm)].map(([, status]) => Number(status))
  return { text, statuses }
}

async function cutAtEveryByte(lab: Lab) {
  const wholes = [
    rawRequest('GET /api/mirror?word=abc'),
    rawUpload(['Content-Length: 5'], 'abcde'),
    rawUpload(['Expect: 100-continue', 'Transfer-Encoding: chunked'], '2\r\nab\r\n0\r\n\r\n'),
  ]
  const cuts = wholes.flatMap(whole => Array.from(whole, (_, index) => ({ whole, length: index + 1 })))
  lab.traffic.expectUnreported(cuts.length)
  lab.figures.cuts = cuts.length
  await inParallel(24, cuts, async ({ whole, length }) => {
    const then = lab.random.pick(['end', 'reset'])
    const { statuses } = await ask(lab, whole.slice(0, length), then)
    const wanted = length === whole.length ? 200 : 400
    const isMissing = wanted === 200 && then === 'end' && statuses.length === 0
    if (isMissing || statuses.length > 1 || (statuses[0] ?? wanted) !== wanted)
      lab.lost(`answers ${statuses} to ${length} bytes of ${JSON.stringify(whole)}`)
  })
}

/** Opens 1,000 connections, so many at once, and destroys them after the work. */
async function withSockets({ service: { port } }: Lab, atOnce: number, work: (sockets: Socket[]) => Promise<void>) {
  const sockets: Socket[] = []
  try {
    while (sockets.length < 1000) {
      const more = Array.from({ length: atOnce }, () => connect({ host: '127.0.0.1', port }).on('error', () => {}))
      sockets.push(...more)
      await Promise.all(more.map(socket => once(socket, 'connect')))
    }
    await work(sockets)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

/** Waits until the last of them is answered: the service accepts connections in their order. */
async function answered(sockets: Socket[]) {
  const last = sockets.at(-1) as Socket
  last.write(rawRequest('GET /api/health'))
  await once(last, 'data')
}

/** Half of the clients send a few bytes at a time, the others never read what they ask for. */
async function slowly({ traffic, seconds, wait }: Lab, sockets: Socket[]) {
  const [readers, senders] = [sockets.slice(0, 500), sockets.slice(500)]
  const upload = rawUpload(['Content-Length: 9999'], 'a'.repeat(9999))
  traffic.expectUnreported(senders.length)
  for (const socket of readers) socket.pause()
  for (let count = 0; count < seconds * 5; count++) {
    for (const socket of senders) socket.write(upload.slice(count * 9, count * 9 + 9))
    const asksAgain = count === 0 || count === 5
    if (asksAgain) for (const socket of readers) socket.write(rawRequest('GET /api/openapi.json').repeat(12))
    await wait(200)
  }
}

async function pipelined(lab: Lab) {
  lab.figures.pipelines = lab.scaled(60, 5000)
  for (let count = 0; count < lab.figures.pipelines; count++) {
    const words = Array.from({ length: lab.random.between(2, 200) }, (_, index) => `w${index}`)
    const { text } = await ask(lab, words.map(word => rawRequest(`GET /api/mirror?word=${word}`)).join(''))
    const answers = [...text.matchAll(/\{"transformed":"([^"]*)"\}/g)].map(([, word]) => word)
    if (answers.join() !== words.map(mirrored).join())
      lab.lost(`${words.length} pipelined requests have ${answers.length} answers, or in another order`)
    await lab.wait(0)
  }
}

/** Requests with the only answer that is right. */
const known = new Map([
  [rawRequest('GET /api/mirror?word=a'), 200],
  [rawRequest('GET /api/mirror'), 400],
  [rawRequest('GET /__proto__'), 404],
  [rawRequest('DELETE /api/health'), 405],
  [rawUpload(['Content-Length: 70000'], 'a'.repeat(70_000)), 413],
  [rawUpload(['Transfer-Encoding: chunked'], `11170\r\n${'a'.repeat(70_000)}\r\n0\r\n\r\n`), 413],
  [rawRequest('GET /api/health', [`X: ${'a'.repeat(20_000)}`]), 431],
  [rawUpload(['Idempotency-Key: ']), 400],
  [rawUpload(['Expect: tea']), 417],
  ['\0'.repeat(50), 400],
])
const right = new Set([200, 400, 404, 405, 408, 413, 417, 431, 503])

/** Right and wrong requests. `<part>` stands for one text of that part; what occurs twice is drawn more often. */
const grammar: Record<string, readonly string[]> = {
  request: [
    '<line>\r\nHost: h\r\n<headers>\r\n<body>',
    '<method><gap><target><gap>HTTP/1.1<end>Host: h<end><end><body>',
  ],
  line: ['<method> <target> HTTP/1.1', '<method> <target> HTTP/1.1', '<method> <target> <version>'],
  method: ['GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'PRI', ''],
  target: ['<path>', '<path>', '<path>?<query>', '<path>?<query>', 'http://h<path>', '/<junk>', '/<long>', '<strange>'],
  path: ['/api/health', '/api/ready', '/api/mirror', '/api/upload-random', '/api/upload-random', '/api/openapi.json'],
  query: ['word=<word>', 'word=<word>', 'word=a&word=b', 'word=%', '<junk>', ''],
  strange: ['*', '//', '/..', 'h:443', '', '/constructor'],
  version: ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 ', ''],
  headers: ['', '<header>\r\n<headers>', '<header>\r\n<headers>', '<header>\r\n<headers>'],
  header: [
    ...['Host: <host>', 'Content-Length: <length>', 'Transfer-Encoding: <coding>', 'Connection: <option>', 'X: <long>'],
    ...['Expect: <option>', 'Idempotency-Key: <key>', 'Upgrade: h2c', 'Upgrade: websocket', 'X: <junk>', ' folded'],
  ],
  host: ['h', '', 'h:80', '[::1]', 'a b', '<junk>'],
  length: ['0', '1', '5', '65536', '65537', '-1', '1e20', '0x5', '5, 5', ''],
  coding: ['chunked', 'chunked', 'gzip, chunked', 'xchunked', 'chunked, chunked'],
  option: ['100-continue', '100-Continue', 'close', 'keep-alive', 'upgrade', 'close, x'],
  key: ['same', '<word>', '<junk>', 'a'.repeat(300)],
  body: ['', '', 'abcde', '<size>\r\nabcde\r\n0\r\n\r\n', '<junk>', '<long>'],
  size: ['5', '5;x=y', '0005', 'ffffffffffffffff', 'z'],
  gap: [' ', ' ', '  ', '\t', ''],
  end: ['\r\n', '\n', '\r', '\r\n '],
}

/** Draws a part of a request. */
function draw(part: string, random: Random): string {
  const { pick, between } = random
  const junk = () => String.fromCharCode(...Array.from({ length: between(0, 20) }, () => between(0, 256)))
  if (part === 'junk') return junk()
  if (part === 'word') return encodeURIComponent(junk())
  if (part === 'long') return pick(['a', '%', '/', '\u00e9']).repeat(between(1, 20_000))
  return pick(grammar[part] ?? []).replace(/<(\w+)>/g, (_, name) => draw(name, random))
}

async function fuzz(lab: Lab) {
  const { traffic, random, scaled, figures, wait, lost } = lab
  const wanted = scaled(3000, 1_000_000)
  for (figures.requests = 0; figures.requests < wanted; ) {
    // Large, because the slowest answer of a batch, after half a second, holds up the next.
    const drawn = Array.from({ length: Math.min(wanted, 5000) }, () => draw('request', random))
    const damaged = drawn
      .slice(0, drawn.length / 3)
      .map(text => text.slice(0, random.between(0, 400)) + text.slice(random.between(0, 400)))
    const batch = [...drawn, ...damaged, ...known.keys()]
    await inParallel(24, batch, async bytes => {
      if (bytes.includes('upload-random')) traffic.expectUnreported(2)
      const { text, statuses } = await ask(lab, bytes)
      const wanted = known.get(bytes)
      if (wanted ? statuses[0] !== wanted : statuses.some(status => !right.has(status)))
        lost(`answers ${statuses} to ${JSON.stringify(bytes)}`)
      for (const [, key = ''] of text.matchAll(/"key":"([^"]+)"/g)) traffic.acknowledge(key)
    })
    figures.requests += batch.length
    await wait(0)
  }
}

/** Clients that are slow, rude or broken. */
export const clientPhases: Phases = {
  'client: cut at every byte': { run: cutAtEveryByte },
  'client: slow senders and readers': { run: lab => withSockets(lab, 200, sockets => slowly(lab, sockets)) },
  'client: idle connections': { run: lab => withSockets(lab, 200, () => lab.wait(lab.seconds * 700)) },
  'client: 1,000 connections at once': {
    async run(lab) {
      lab.figures.bursts = lab.scaled(3, 100)
      for (let burst = 0; burst < lab.figures.bursts; burst++) await withSockets(lab, 1000, answered)
    },
  },
  'client: pipelining': { run: pipelined },
  'client: fuzzed requests': { run: fuzz },
}
