import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import type { AgentFault } from './credentials-agent.ts'
import type { Fault } from './fault-proxy.ts'
import type { Random } from './random.ts'
import { exchange, exchangeMs, knownAnswers, randomRequest, rawRequest, statuses } from './raw-requests.ts'
import type { LogReader, Service } from './service.ts'
import type { S3 } from './storage.ts'
import type { Traffic } from './traffic.ts'

/** What a phase works with. */
export type Lab = {
  service: Service
  traffic: Traffic
  random: Random
  s3: S3
  /** The folder of uploads in directory mode. */
  folder: string
  seconds: number
  /** How many of something: this many in two minutes, and so many in thirty. */
  scaled: (inTwo: number, inThirty: number) => number
  wait: (ms: number) => Promise<void>
  /** Stops and continues the watching of health. */
  watchHealth: (on: boolean) => void
  /** Sends SIGTERM and asserts that the process ends in time with this exit code, or by that signal. */
  terminate: (...allowed: (number | string)[]) => Promise<void>
}

export type Phase = {
  name: string
  storage: 's3' | 'directory'
  /** Statuses of uploads beside 200. */
  refusals?: readonly number[]
  ends?: 'gracefully' | 'abruptly'
  /** Time for each answer; 3000 if not set. */
  answerMs?: number
  /** Whether it is process 1 of a namespace of its own, as in a container. */
  first?: true
  log?: LogReader
  env?: Record<string, string>
  /** Health is asked over one connection: new ones cannot be accepted. */
  reuseConnection?: true
  fromAgent?: true
  /** A module that Node loads before the service. */
  preload?: string
  /** Commands that change the service's own view of the file system, before it starts; $1 is the folder of uploads. */
  mounts?: string
  /** Does it, and undoes it. Returns figures for the table. */
  run: (lab: Lab) => Promise<Record<string, number> | undefined>
}

const s3Phase = (name: string, faults: Fault[], rate = 0.3, refusals = [503]): Phase => ({
  name: `S3: ${name}`,
  storage: 's3',
  refusals,
  async run({ s3: { proxy }, random, seconds, wait }) {
    proxy.inject(faults, rate, random)
    await wait(seconds * 1000)
    return { faults: proxy.heal() }
  },
})

const agentPhase = (name: string, faults: AgentFault[], ofS3: Fault[] = [], refusals = [503]): Phase => ({
  name: `credentials: ${name}`,
  storage: 's3',
  fromAgent: true,
  refusals,
  async run({ s3: { agent, proxy }, random, seconds, wait }) {
    agent.inject(faults, 0.5, random)
    if (ofS3.length > 0) proxy.inject(ofS3, 0.2, random)
    await wait(seconds * 1000)
    return { faults: agent.heal() + proxy.heal() }
  },
})

const s3Phases: Phase[] = [
  s3Phase('latency', ['latency']),
  s3Phase('silence', ['silence', 'silence after the write'], 0.1),
  s3Phase('resets', ['reset before the write', 'reply lost after the write']),
  s3Phase('503 and 409', ['slow down', 'conflict']),
  s3Phase('412 after a lost reply', ['reply lost after the write'], 0.6),
  s3Phase('truncated answers', ['truncated head', 'truncated body']),
  s3Phase('foreign answers', ['another protocol', 'web page', 'web page of an error'], 0.3, [502, 503]),
  s3Phase('wrong clock', ['clock an hour ahead']),
  s3Phase('everything at once', ['latency', 'silence', 'slow down', 'conflict', 'reply lost after the write'], 0.4),
  {
    name: 'S3: stopped, killed and started again',
    storage: 's3',
    refusals: [503],
    async run({ s3: { server, proxy }, random, seconds, wait }) {
      await server.pause()
      await wait(seconds * 400)
      server.resume()
      await wait(random.between(100, 500))
      await server.kill()
      await wait(seconds * 400)
      await server.start()
      proxy.heal()
      return undefined
    },
  },
  agentPhase('short-lived, from a slow agent', ['slow']),
  agentPhase('from an agent that is silent', ['silent']),
  agentPhase('from an agent that resets and fails', ['reset', 'error']),
  agentPhase('wrong', ['web page', 'wrong keys'], [], [502, 503]),
  agentPhase('expired', ['slow'], ['expired token']),
]

/** Runs a command in the mount namespace of the service. */
const inside = ({ service }: Lab, ...command: string[]) =>
  execFileSync('nsenter', ['-t', String(service.pid), '-U', '-m', '--preserve-credentials', ...command])

export const tmpfs = 'mount -t tmpfs -o size=128m uploads "$1"'

const diskPhases: Phase[] = [
  {
    name: 'disk: full',
    storage: 'directory',
    refusals: [502, 503],
    mounts: tmpfs,
    async run(lab) {
      const filler = `${lab.folder}/filler`
      for (let round = 0; round < lab.scaled(1, 20); round++) {
        inside(lab, 'sh', '-c', `cat /dev/zero > ${filler} 2>/dev/null || true`)
        await lab.wait(lab.seconds * 400)
        inside(lab, 'rm', filler)
        await lab.wait(100)
      }
      return undefined
    },
  },
  {
    name: 'disk: read-only',
    storage: 'directory',
    refusals: [502],
    mounts: tmpfs,
    async run(lab) {
      inside(lab, 'mount', '-o', 'remount,ro', lab.folder)
      await lab.wait(lab.seconds * 700)
      inside(lab, 'mount', '-o', 'remount,rw', lab.folder)
      return undefined
    },
  },
  {
    name: 'disk: mounted folder is deleted on the host',
    storage: 'directory',
    refusals: [502],
    mounts: 'mkdir "$1-host" && mount --bind "$1-host" "$1"',
    async run(lab) {
      rmSync(`${lab.folder}-host`, { recursive: true })
      await lab.wait(lab.seconds * 500)
      await lab.traffic.stop()
      await lab.wait(1500) // the deadline of uploads
      const load = await lab.service.load()
      if (load > 0.1) lab.traffic.losses.add(`uses ${Math.round(load * 100)} % of a core after all uploads have ended`)
      lab.traffic.forget()
      inside(lab, 'umount', '-l', lab.folder)
      lab.traffic.start(8)
      return undefined
    },
  },
  ...(['slow', 'without hard links', 'without fsync of folders'] as const).map(
    (fault): Phase => ({
      name: `disk: ${fault}`,
      storage: 'directory',
      refusals: fault === 'slow' ? [503] : [],
      preload: new URL('file-system-faults.ts', import.meta.url).href,
      async run({ seconds, wait, folder }) {
        writeFileSync(`${folder}-fault`, fault)
        await wait(seconds * 700)
        rmSync(`${folder}-fault`)
        return undefined
      },
    }),
  ),
  {
    name: 'disk: out of file descriptors',
    storage: 'directory',
    refusals: [503],
    reuseConnection: true,
    async run({ service, seconds, wait }) {
      await wait(300) // until the clients are connected
      const limit = (soft: number | string) =>
        execFileSync('prlimit', ['--pid', String(service.pid), `--nofile=${soft}:`])
      limit(service.figures().descriptors)
      await wait(seconds * 700)
      limit(1024)
      return undefined
    },
  },
]

const complete = [
  rawRequest('GET /api/mirror?word=abc'),
  rawRequest('POST /api/upload-random', ['Content-Length: 5'], 'abcde'),
  rawRequest('POST /api/upload-random', ['Expect: 100-continue', 'Transfer-Encoding: chunked'], '2\r\nab\r\n0\r\n\r\n'),
]

/** Calls `work` for each item, with so many at a time. */
async function inParallel<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>) {
  const iterator = items[Symbol.iterator]()
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** Sends bytes as a connection of its own. One that is still open after its time is a loss. */
async function tryOut({ service: { port }, traffic }: Lab, bytes: string, then?: string): Promise<string> {
  const { text, open } = await exchange(port, bytes, then)
  if (open) traffic.losses.add(`still open after ${exchangeMs} ms: ${JSON.stringify(bytes.slice(0, 300))}`)
  return text
}

async function cutEverywhere(lab: Lab) {
  const { traffic, random } = lab
  const cuts = complete.flatMap(whole => Array.from(whole, (_, index) => [whole, index + 1] as const))
  await inParallel(cuts, 16, async ([whole, length]) => {
    const then = random.pick(['end', 'reset'])
    if (whole.startsWith('POST')) traffic.expectUnknown()
    const answers = statuses(await tryOut(lab, whole.slice(0, length), then))
    const allowed = length === whole.length ? [200] : [400]
    if (answers.length > 1 || answers.some(status => !allowed.includes(status)))
      traffic.losses.add(`${length} bytes of ${JSON.stringify(whole)}: ${answers}`)
    if (length === whole.length && then === 'end' && answers.length === 0)
      traffic.losses.add(`no answer to ${JSON.stringify(whole)}`)
  })
  return { cuts: cuts.length }
}

/** Opens so many connections, and destroys them after the work. */
async function withSockets(port: number, count: number, work: (sockets: Socket[]) => Promise<void>) {
  const sockets = Array.from({ length: count }, () => connect({ host: '127.0.0.1', port }))
  try {
    for (const socket of sockets) socket.on('error', () => {})
    await Promise.all(sockets.map(socket => once(socket, 'connect')))
    await work(sockets)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  return { sockets: count }
}

async function pipeline(lab: Lab) {
  const { traffic, random } = lab
  const count = random.between(2, 256)
  const words = Array.from({ length: count }, (_, index) => `w${index}`)
  const last = rawRequest('GET /api/mirror?word=end', ['Connection: close'])
  const text = await tryOut(lab, words.map(word => rawRequest(`GET /api/mirror?word=${word}`)).join('') + last)
  const answers = [...text.matchAll(/\{"transformed":"([^"]*)"\}/g)].map(([, word]) => word)
  const expected = [...words.map(word => mirroredWord(word)), 'DNE']
  if (answers.join() !== expected.join()) traffic.losses.add(`${count} pipelined requests: ${answers.length} in order`)
}
const mirroredWord = (word: string) =>
  [...word.toUpperCase().replace(/\d/g, digit => String(9 - Number(digit)))].reverse().join('')

const right = new Set([200, 204, 400, 404, 405, 408, 411, 413, 414, 415, 417, 426, 431, 501, 503, 505])

async function fuzz(lab: Lab) {
  const { traffic, random, scaled } = lab
  const count = scaled(3000, 1_000_000)
  await inParallel(Array(count).keys(), 24, async index => {
    const known = index % 50 === 0 ? random.pick(knownAnswers) : undefined
    const bytes = known?.[0] ?? randomRequest(random)
    if (bytes.includes('upload-random')) traffic.expectUnknown(2)
    const text = await tryOut(lab, bytes)
    const answers = statuses(text)
    const wrong = known ? answers[0] !== known[1] : answers.some(status => !right.has(status))
    if (wrong) traffic.losses.add(`answers ${answers} to ${JSON.stringify(bytes.slice(0, 300))}`)
    for (const [, key = ''] of text.matchAll(/"key":"([^"]+)"/g)) traffic.acknowledge(key, true)
  })
  return { requests: count }
}

const clientPhases: Phase[] = [
  { name: 'client: cut at every byte', storage: 'directory', run: cutEverywhere },
  {
    name: 'client: slow senders and readers',
    storage: 'directory',
    refusals: [503],
    run: ({ service: { port }, traffic, seconds, wait }) =>
      withSockets(port, 1000, async sockets => {
        const slow = rawRequest('POST /api/upload-random', ['Content-Length: 9999'], 'a'.repeat(9999))
        const [senders, readers] = [sockets.slice(0, 500), sockets.slice(500)]
        for (const socket of readers) socket.pause()
        for (let count = 0; count < seconds * 5; count++) {
          for (const socket of senders) socket.write(slow.slice(count * 9, count * 9 + 9))
          if (count < 8) for (const socket of readers) socket.write(rawRequest('GET /api/openapi.json').repeat(2))
          await wait(200)
        }
        traffic.expectUnknown(500)
      }),
  },
  {
    name: 'client: idle connections',
    storage: 'directory',
    run: ({ service: { port }, seconds, wait }) => withSockets(port, 1000, () => wait(seconds * 700)),
  },
  {
    name: 'client: pipelining',
    storage: 'directory',
    async run(lab) {
      await inParallel(Array(lab.scaled(60, 5000)).keys(), 4, () => pipeline(lab))
      return { pipelines: lab.scaled(60, 5000) }
    },
  },
  { name: 'client: fuzzed requests', storage: 'directory', run: fuzz },
]

const killed = (storage: Phase['storage']): Phase => ({
  name: `process: SIGKILL during uploads (${storage})`,
  storage,
  ends: 'abruptly',
  refusals: [503],
  async run({ service, random, scaled, wait, watchHealth }) {
    for (let count = 0; count < scaled(3, 50); count++) {
      await wait(random.between(50, 500))
      watchHealth(false)
      service.kill('SIGKILL')
      await service.end(1000)
      await service.start()
      watchHealth(true)
    }
    return { kills: scaled(3, 50) }
  },
})

const logPhase = (name: string, log: LogReader, run: (lab: Lab) => void = () => {}): Phase => ({
  name: `process: log reader ${name}`,
  storage: 's3',
  log,
  refusals: [503],
  env: { LOG_LEVEL: 'debug' },
  async run(lab) {
    run(lab)
    // Their lines do not fit into a pipe.
    await tryOut(lab, rawRequest(`GET /api/mirror?word=${'a'.repeat(2000)}`).repeat(100))
    lab.s3.proxy.inject(['silence'], 0.1, lab.random) // each fault writes a long line
    await lab.wait(lab.seconds * 1000)
    return { faults: lab.s3.proxy.heal() }
  },
})

const processPhases: Phase[] = [
  killed('s3'),
  killed('directory'),
  {
    name: 'process: SIGTERM at random moments',
    storage: 's3',
    ends: 'gracefully',
    refusals: [503],
    async run({ service, random, scaled, wait, watchHealth, terminate }) {
      watchHealth(false)
      for (let count = 0; count < scaled(6, 200); count++) {
        const early = count % 2 === 0
        if (count > 0) early ? service.launch() : await service.start()
        await wait(random.between(0, early ? 100 : 800))
        // Before its first line runs, nothing can heed the signal, and it ends the process.
        await terminate(0, ...(early ? ['SIGTERM'] : []))
      }
      await service.start()
      watchHealth(true)
      return { signals: scaled(6, 200) }
    },
  },
  {
    name: 'process: SIGTERM as process 1',
    storage: 's3',
    ends: 'gracefully',
    refusals: [503],
    first: true,
    async run({ service, scaled, watchHealth, terminate }) {
      let slowestMs = 0
      watchHealth(false)
      for (let count = 0; count < scaled(2, 30); count++) {
        if (count === 0) await terminate(0)
        else {
          service.launch()
          // The kernel drops a signal that process 1 does not handle yet.
          slowestMs = Math.max(slowestMs, await service.handlesSigterm())
          await terminate(0)
        }
      }
      await service.start()
      watchHealth(true)
      return { heedsAfterMs: slowestMs }
    },
  },
  {
    name: 'process: stopped and continued',
    storage: 's3',
    answerMs: 8000,
    refusals: [503],
    async run({ service, random, scaled, wait, watchHealth }) {
      for (let count = 0; count < scaled(2, 50); count++) {
        watchHealth(false)
        service.kill('SIGSTOP')
        await wait(random.between(100, 1500))
        service.kill('SIGCONT')
        await wait(100)
        watchHealth(true)
        await wait(300)
      }
      return { stops: scaled(2, 50) }
    },
  },
  logPhase('is gone', 'reads', ({ service }) => service.leaveLog()),
  logPhase('stalls', 'stalls'),
  logPhase('has a full disk', 'has a full disk'),
]

export const phases: readonly Phase[] = [...s3Phases, ...diskPhases, ...clientPhases, ...processPhases]
