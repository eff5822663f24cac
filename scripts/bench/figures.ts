import manifest from '../../package.json' with { type: 'json' }
import { run } from '../system/run.ts'
import { service } from '../terraform/service.ts'
import { bare, express, fastify, flask, hono, limited, minio, observed, ours, type Peer, root, sdk } from './peers.ts'
import { type Server, start } from './server.ts'
import { timeWords } from './words.ts'

/** Values by their title, which ends with the unit. */
export type Values = Record<string, number>

/** Something to measure at each peer. The first peer is the floor that the others are compared with. */
export type Figure = {
  name: string
  peers: readonly Peer[]
  /** At most so many rounds. */
  rounds?: number
  /** Whether ratios to the floor make sense; true if absent. */
  isCompared?: boolean
} & (
  | {
      /** Environment of the server, beside that of an S3 client. */
      env?: Record<string, string>
      /** The request that is counted; a server gets `count` of it, fewer where it is slow. */
      request: string
      measure: (server: Server, request: string, count: number) => Promise<Values>
    }
  | { measureAlone: (peer: Peer, count: number, signal: AbortSignal) => Promise<Values> | Values }
)

type Settings = { count: number; s3: Record<string, string>; signal: AbortSignal }

const health = 'GET /api/health'
const mirror = 'GET /api/mirror?word=abcABC123987'
const upload = 'POST /api/upload-random'

/** What every server answers. */
const bodies = { [health]: '{"status":"ok"}', [mirror]: '{"transformed":"210678cbaCBA"}' }

const node = [bare, fastify, hono, ours, express]
const web = [...node, flask]
const obvious = { ...bare, name: 'split-map-reverse-join' }
const logged = 'GET mirror, each request logged (not by bare): µs CPU'

export const figures: readonly Figure[] = [
  { name: 'mirror', peers: web, request: mirror, measure: cpu('GET mirror: µs CPU') },
  { name: 'health', peers: web, request: health, measure: cpu('GET health: µs CPU') },
  { name: 'debug', peers: [bare, fastify, ours], request: mirror, env: { LOG_LEVEL: 'debug' }, measure: cpu(logged) },
  { name: 'upload', peers: [sdk, minio, ours, flask], request: upload, measure: cpu('POST upload: µs CPU') },
  { name: 'latency', peers: node, request: mirror, measure: latency },
  { name: 'memory', peers: node, request: mirror, measure: memory },
  { name: 'growth', peers: [bare, ours], request: mirror, measure: growth, rounds: 1, isCompared: false },
  { name: 'in-flight', peers: [sdk, minio, ours], request: upload, measure: inFlight },
  { name: 'overload', peers: [sdk, ours, limited], request: upload, measure: overload, isCompared: false },
  { name: 'start', peers: node, request: health, env: { STAGING: `file:${root}/dist` }, measure: startTime },
  { name: 'start-s3', peers: [bare, sdk, ours], request: health, measure: startTimeWithS3 },
  { name: 'metrics', peers: [ours, observed], request: mirror, measure: withMetrics },
  { name: 'scrape', peers: [observed], request: mirror, measure: scrape },
  { name: 'words', peers: [obvious, ours], measureAlone: ({ name }, count) => timeWords(name, count * 10) },
  { name: 'tree', peers: [ours], measureAlone: tree },
]

/** Measures a figure of a peer, in a process of its own, by `count` requests or so; `s3` is the environment for S3. */
export async function measure(figure: Figure, peer: Peer, { count, s3, signal }: Settings): Promise<Values> {
  if ('measureAlone' in figure) return figure.measureAlone(peer, count, signal)
  const { request, env } = figure
  await using server = await start(peer, { signal, env: { ...s3, ...env }, pipe: env?.LOG_LEVEL === 'debug' })
  const divisor = (peer.slow ?? 1) * (request === upload ? 10 : 1)
  const values = await figure.measure(server, request, Math.ceil(count / divisor))
  for (const [question, body] of Object.entries(bodies)) {
    const answer = await server.body(question)
    if (answer !== body) throw new Error(`${peer.name} answers ${question} with ${answer}`)
  }
  return values
}

/** CPU of a request at full speed, after a warm-up. */
function cpu(title: string) {
  return async (server: Server, request: string, count: number): Promise<Values> => {
    await server.load({ request, total: count / 4 })
    const before = server.cpu()
    await server.load({ request, total: count })
    return { [title]: (server.cpu() - before) / count }
  }
}

async function latency(server: Server, request: string, total: number): Promise<Values> {
  await server.load({ request, total: total / 4 })
  const { perSecond } = await server.load({ request, total })
  // One rate for all peers, below the client's limit: near it, the client's own delay would be measured.
  const steady = { request, perSecond: 20_000 }
  // The client has code of its own for a rate, which has to be warm.
  await server.load({ ...steady, total: total / 4 })
  const { p99, medianP99 } = await server.load({ ...steady, total: 2 * total })
  return {
    'GET mirror at most: requests a second': perSecond,
    'GET mirror at 20,000 a second: ms, p99': p99,
    'GET mirror at 20,000 a second: ms, median p99 of 100 ms': medianP99,
  }
}

async function memory(server: Server, request: string, count: number): Promise<Values> {
  await server.load({ request, total: 5 * count })
  return { 'memory after load: MB': server.memory() }
}

async function growth(server: Server, request: string, count: number): Promise<Values> {
  await server.load({ request, total: 5 * count })
  const before = server.memory()
  await server.load({ request, total: 20 * count })
  return { 'growth of memory over four times that load: MB': server.memory() - before }
}

async function inFlight(server: Server, request: string, total: number): Promise<Values> {
  await server.load({ request, total, connections: 256 })
  return { '256 uploads in flight: MB of memory at most': server.memory('VmHWM') }
}

async function overload(server: Server, request: string, total: number): Promise<Values> {
  await server.load({ request, total: total / 4 })
  const { perSecond: peak, p99 } = await server.load({ request, total: 2 * total })
  const normal = await server.load({ request, total, perSecond: 0.7 * peak })
  const over = await server.load({ request, total: 3 * total, perSecond: 3 * peak, connections: 500, sinceSent: true })
  return {
    'uploads at 3 × capacity: % of the peak answered': (100 * over.perSecond) / peak,
    'uploads at 3 × capacity: % refused': (100 * over.refused) / (3 * total),
    'uploads at 3 × capacity: ms, p99 of the answered': over.p99,
    'uploads at full speed of 64 connections: ms, p99': p99,
    'uploads at 70 % of capacity: ms, p99': normal.p99,
  }
}

async function startTime({ startMs }: Server): Promise<Values> {
  return { 'start to the first health, uploads to a folder: ms': startMs }
}

async function startTimeWithS3({ startMs, ready }: Server): Promise<Values> {
  return { 'start to the first health, uploads to S3: ms': startMs, 'start to ready, S3: ms': await ready() }
}

async function withMetrics(server: Server, request: string, count: number): Promise<Values> {
  const used = await cpu('GET mirror, metrics on or off: µs CPU')(server, request, count)
  const memory = { 'metrics on or off: MB of memory': server.memory() }
  return { ...used, ...memory, 'metrics on or off: ms from start to the first health': server.startMs }
}

async function scrape(server: Server, request: string, total: number): Promise<Values> {
  await server.load({ request, total })
  const began = performance.now()
  for (let count = 0; count < 10; count++) await (await fetch(`http://127.0.0.1:${service.metricsPort}/metrics`)).text()
  return { 'one scrape: ms': (performance.now() - began) / 10 }
}

async function tree(_: Peer, __: number, signal: AbortSignal): Promise<Values> {
  const began = performance.now()
  await run(['sh', '-c', `${manifest.scripts.terraform} --check`], { folder: root, signal })
  return { 'npm run terraform -- --check: s': (performance.now() - began) / 1000 }
}
