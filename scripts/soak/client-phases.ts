import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { mirrored } from '../../handlers/mirror.ts'
import { exchange, knownAnswers, randomRequest, rawRequest, statuses } from './raw-requests.ts'
import type { Lab, Phase } from './run-phase.ts'

/** Calls `work` for each item, with so many at a time. */
async function inParallel<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>) {
  const iterator = items[Symbol.iterator]()
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Sends bytes over a connection of its own. One that stays open is a loss. */
async function ask({ service: { port }, traffic }: Lab, bytes: string, then?: 'end' | 'reset'): Promise<string> {
  const { text, open } = await exchange(port, bytes, then)
  if (open) traffic.losses.add(`the connection stays open after ${JSON.stringify(bytes)}`)
  return text
}

const complete = [
  rawRequest('GET /api/mirror?word=abc'),
  rawRequest('POST /api/upload-random', ['Content-Length: 5'], 'abcde'),
  rawRequest('POST /api/upload-random', ['Expect: 100-continue', 'Transfer-Encoding: chunked'], '2\r\nab\r\n0\r\n\r\n'),
]

async function cutAtEveryByte(lab: Lab) {
  const { traffic, random, figures } = lab
  const cuts = complete.flatMap(whole => Array.from(whole, (_, index) => [whole, index + 1] as const))
  await inParallel(cuts, 16, async ([whole, length]) => {
    if (whole.startsWith('POST')) traffic.expectUnknown()
    const then = random.pick(['end', 'reset'] as const)
    const answers = statuses(await ask(lab, whole.slice(0, length), then))
    const isWhole = length === whole.length
    const tooFew = isWhole && then === 'end' && answers.length === 0
    if (tooFew || answers.length > 1 || answers.some(status => status !== (isWhole ? 200 : 400)))
      traffic.losses.add(`answers ${answers} to ${length} bytes of ${JSON.stringify(whole)}`)
  })
  figures.cuts = cuts.length
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

/** Half of the clients send a few bytes at a time, the others never read what they ask for. */
async function slowly({ traffic, seconds, wait }: Lab, sockets: Socket[]) {
  const [senders, readers] = [sockets.slice(500), sockets.slice(0, 500)]
  const upload = rawRequest('POST /api/upload-random', ['Content-Length: 9999'], 'a'.repeat(9999))
  const document = rawRequest('GET /api/openapi.json').repeat(2)
  for (const socket of readers) socket.pause()
  for (let count = 0; count < seconds * 5; count++) {
    for (const socket of senders) socket.write(upload.slice(count * 9, count * 9 + 9))
    if (count < 8) for (const socket of readers) socket.write(document)
    await wait(200)
  }
  traffic.expectUnknown(senders.length)
}

async function pipeline(lab: Lab) {
  const words = Array.from({ length: lab.random.between(2, 200) }, (_, index) => `w${index}`)
  const requests = words.map(word => rawRequest(`GET /api/mirror?word=${word}`))
  const text = await ask(lab, requests.join(''))
  const answers = [...text.matchAll(/\{"transformed":"([^"]*)"\}/g)].map(([, word]) => word)
  if (answers.join() !== words.map(mirrored).join())
    lab.traffic.losses.add(`${words.length} pipelined requests have ${answers.length} answers, or in another order`)
}

const right = new Set([200, 204, 400, 404, 405, 408, 411, 413, 414, 415, 417, 426, 431, 501, 503, 505])

async function fuzz(lab: Lab) {
  const { traffic, random, scaled, figures } = lab
  figures.requests = scaled(3000, 1_000_000)
  await inParallel(Array(figures.requests).keys(), 24, async index => {
    const [known, status] = index % 50 === 0 ? random.pick(knownAnswers) : []
    const bytes = known ?? randomRequest(random)
    if (bytes.includes('upload-random')) traffic.expectUnknown(2)
    const text = await ask(lab, bytes)
    const answers = statuses(text)
    if (status ? answers[0] !== status : answers.some(status => !right.has(status)))
      traffic.losses.add(`answers ${answers} to ${JSON.stringify(bytes)}`)
    for (const [, key = ''] of text.matchAll(/"key":"([^"]+)"/g)) traffic.acknowledge(key, true)
  })
}

/** Clients that are slow, rude or broken. */
export const clientPhases: readonly Phase[] = [
  { name: 'client: cut at every byte', storage: 'directory', run: cutAtEveryByte },
  {
    name: 'client: slow senders and readers',
    storage: 'directory',
    run: lab => withSockets(lab, 200, sockets => slowly(lab, sockets)),
  },
  {
    name: 'client: idle connections',
    storage: 'directory',
    run: lab => withSockets(lab, 200, () => lab.wait(lab.seconds * 700)),
  },
  {
    name: 'client: 1,000 connections at once',
    storage: 'directory',
    async run(lab) {
      for (let burst = 0; burst < lab.scaled(3, 100); burst++) await withSockets(lab, 1000, () => lab.wait(100))
    },
  },
  {
    name: 'client: pipelining',
    storage: 'directory',
    async run(lab) {
      lab.figures.pipelines = lab.scaled(60, 5000)
      for (let count = 0; count < lab.figures.pipelines; count++) await pipeline(lab)
    },
  },
  { name: 'client: fuzzed requests', storage: 'directory', run: fuzz },
]
