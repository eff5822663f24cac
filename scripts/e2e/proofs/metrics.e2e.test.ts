import assert from 'node:assert/strict'
import { routes } from '../../../handlers/routes.ts'
import { ours, requests } from '../../monitoring/objectives.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { service } from '../../terraform/service.ts'
import type { Proof } from '../context.test-support.ts'
import { ask, type Call, type Reply, startLoad, upload } from '../load.test-support.ts'
import { query, startPrometheus } from '../prometheus.test-support.ts'

const calls: Call[] = [
  { path: '/api/mirror?word=abc' },
  { path: '/api/mirror' },
  { path: '/api/openapi.json' },
  { method: 'POST', path: '/api/mirror' },
  upload,
]

/** A request that nobody else has sent. */
const invent = (count: number): Call => ({
  method: ['GET', 'POST', 'DELETE', `INVENTED-${count}`][count % 4] as string,
  path: `${count % 8 < 4 ? '/invented' : '/api/mirror'}/${count}?${count}=${count}`,
  headers: { host: `${count}.example`, [`x-${count}`]: `${count}` },
})
const inventions = 10_000

/** What the service counts such a reply as. */
function seriesOf({ call: { method = 'GET', path }, status }: Reply): string {
  const route = routes.find(route => route.method === method && route.path === path.split('?')[0])
  return `${['GET', 'POST'].includes(method) ? method : '_OTHER'} ${route?.path ?? ''} ${status}`
}

const probes = routes.flatMap(({ probe, path }) => (probe ? [path] : [])).join('|')

/** The last values of all pods, those that are gone too, added up by labels. */
const total = (series: string, ...labels: string[]) =>
  query(`sum by (${labels}) (last_over_time(${series}[1h]))`, ...labels)
const replies = () =>
  total(
    `${requests}_count{${ours}, http_route!~"${probes}"}`,
    'http_request_method',
    'http_route',
    'http_response_status_code',
  )
const uploads = () => total(`uploads_total{${ours}}`, 'outcome')
/** All series that a pod has ever had. Alerts have the labels of their pod too. */
const seriesByPod = () => query(`count by (pod) (last_over_time({${ours}, alertname=""}[1h]))`, 'pod')

function since(before: Record<string, number>, now: Record<string, number>): Record<string, number> {
  const added = Object.entries(now).map(([key, value]) => [key, value - (before[key] ?? 0)] as const)
  return Object.fromEntries(added.filter(([, value]) => value !== 0))
}

export const truth: Proof = {
  name: 'metrics: through a rolling update pods count what clients count, 10,000 inventions add no series, and the load balancer does not lead to them',
  onOwnCluster: true,
  async prove(context) {
    await startPrometheus(context)
    const address = await context.address()
    const before = { replies: await replies(), uploads: await uploads(), series: await seriesByPod() }

    const loads = [
      ...calls.map(call => startLoad(address, call, { clients: 2, keepReplies: true })),
      startLoad(address, invent, { clients: 10, keepReplies: true }),
    ]
    const [running = ''] = await context.runningDigests()
    const { first, next } = context.images
    await context.deploy(next.endsWith(running) ? first : next)
    await context.waitForPods(2)
    const ended = await Promise.all(loads.map(({ stop }, index) => stop(index < calls.length ? 0 : inventions)))
    for (const { requests, replies, failures } of ended) assert.equal(replies.length, requests, failures.join('\n'))

    const received = ended.flatMap(({ replies }) => replies)
    const expected: Record<string, number> = {}
    for (const series of received.map(seriesOf)) expected[series] = (expected[series] ?? 0) + 1
    const stored = expected['POST /api/upload-random 200']
    assert.deepEqual(Object.keys(expected).sort(), [
      'GET  404',
      'GET /api/mirror 200',
      'GET /api/mirror 400',
      'GET /api/openapi.json 200',
      'POST  404',
      'POST  405',
      'POST /api/upload-random 200',
      '_OTHER  400',
      '_OTHER  404',
    ])
    const told = async () => {
      assert.deepEqual(since(before.replies, await replies()), expected)
      assert.deepEqual(since(before.uploads, await uploads()), { stored })
    }
    await waitUntil(told, { seconds: 30, signal: context.signal, pauseMs: 500 })

    const series = await seriesByPod()
    const [each] = Object.values(before.series)
    assert.ok(Object.keys(series).length >= 4, 'no pod was replaced')
    assert.deepEqual([...new Set([...Object.values(before.series), ...Object.values(series)])], [each])

    assert.equal((await ask(address, { path: '/metrics' })).status, 404)
    const metrics = Object.assign(new URL(address), { port: service.metricsPort }).origin
    await assert.rejects(ask(metrics, { path: '/metrics' }), `the metrics are in the open: ${metrics}`)
    return `${received.length} requests to ${Object.keys(series).length} pods are counted exactly, by ${Object.keys(expected).length} kinds; ${each} series a pod`
  },
}

/** Storage accepts the keys of nobody. */
async function refuseKeys(endpoint: string, refused: boolean): Promise<void> {
  const { ok } = await fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', body: refused ? '0' : 'inf' })
  assert.ok(ok)
}

export const alert: Proof = {
  name: 'alert: UploadsRefused alone fires when storage refuses uploads, and resolves',
  onOwnCluster: true,
  async prove(context) {
    const { endpoint } = context.own().aws
    const firing = (names: string[]) =>
      waitUntil(
        async () => assert.deepEqual(Object.keys(await query('ALERTS{alertstate="firing"}', 'alertname')), names),
        { seconds: 60, signal: context.signal },
      )
    await startPrometheus(context)
    const address = await context.address()
    await firing([])
    try {
      await refuseKeys(endpoint, true)
      // Few enough to leave the error budget alone.
      for (let count = 0; count < 5; count++) assert.equal((await ask(address, upload)).status, 502)
    } finally {
      await refuseKeys(endpoint, false)
    }
    const start = performance.now()
    await firing(['UploadsRefused'])
    const fired = performance.now() - start
    await firing([])
    const resolved = performance.now() - start
    assert.equal((await ask(address, upload)).status, 200)
    return `fires after ${(fired / 1000).toFixed(1)} s, resolves after ${(resolved / 1000).toFixed(1)} s, where an hour lasts for a minute`
  },
}
