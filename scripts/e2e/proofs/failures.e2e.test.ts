import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster } from '../../cluster/cluster.ts'
import { objectKeys } from '../../system/objects.ts'
import { run } from '../../system/run.ts'
import { waitUntil } from '../../system/wait-until.ts'
import type { Proof } from '../context.test-support.ts'
import { ask, startLoad, upload } from '../load.test-support.ts'

/** Until the kubelet sees that the container is gone and kube-proxy knows it, new connections go there too and are refused. */
const noticedWithinMs = 5000

const killed: Proof = {
  name: 'SIGKILL of a container: only connections to it fail, until it is noticed, and no acknowledged upload is missing',
  onOwnCluster: true,
  async prove(context) {
    await context.waitForPods(2)
    const before = await context.restarts()
    const { stop } = startLoad(await context.address(), upload, { keepReplies: true })
    const [process = ''] = (await run(['pgrep', '--full', '/app/server.mjs'])).trim().split('\n')
    await run(['kill', '-KILL', process])
    const start = performance.now()
    const restarted = async () => assert.notDeepEqual(await context.restartedSince(before), [])
    await waitUntil(restarted, { seconds: 30, signal: context.signal })
    await context.waitForPods(2)
    const { requests, failures, replies, lastFailure } = await stop()
    const stored = new Set(await objectKeys(context.s3, context.buckets.staging))
    const acknowledged = replies.filter(({ status }) => status === 200).map(({ body }) => JSON.parse(body).key)
    const missing = acknowledged.filter(key => !stored.has(key))
    assert.deepEqual(missing, [])
    // Only connections fail: every reply that arrives is right.
    const others = failures.filter(failure => !/ECONNRESET|ECONNREFUSED|socket hang up/.test(failure))
    assert.deepEqual(others, [])
    const noticed = failures.length > 0 ? lastFailure - start : 0
    assert.ok(noticed < noticedWithinMs, `requests failed for ${noticed} ms`)
    return `${failures.length} of ${requests} failed, all within ${(noticed / 1000).toFixed(1)} s; ${acknowledged.length} acknowledged and there`
  },
}

/** Storage is away for 30 s: only uploads notice, and are told to come again. */
const outage = (name: string, change: (cluster: Cluster, away: boolean) => Promise<unknown>): Proof => ({
  name: `storage ${name} for 30 s: mirror and health never falter, uploads get 503, no pod restarts`,
  onOwnCluster: true,
  async prove(context) {
    const address = await context.address()
    const before = await context.restarts()
    const loads = ['/api/health', '/api/mirror?word=abc'].map(path => startLoad(address, { path }, { clients: 2 }))
    let refused = 0
    try {
      await change(context.own(), true)
      const end = Date.now() + 30_000
      while (Date.now() < end) {
        const { status, headers } = await ask(address, upload)
        assert.equal(status, 503)
        assert.ok(headers['retry-after'])
        refused++
        await delay(500, undefined, { signal: context.signal })
      }
    } finally {
      await change(context.own(), false)
    }
    const start = performance.now()
    await waitUntil(async () => assert.equal((await ask(address, upload)).status, 200), { seconds: 30 })
    const recovered = performance.now() - start
    for (const { stop } of loads) assert.deepEqual((await stop()).failures, [])
    assert.deepEqual(await context.restartedSince(before), [])
    return `${refused} uploads got 503; they work again after ${(recovered / 1000).toFixed(1)} s`
  },
})

export const failures: Proof[] = [
  killed,
  outage('refusing', ({ enter, aws, processes }, away) => {
    // It would put its own rules first again, which admit the pods.
    process.kill(processes['kube-router'] as number, away ? 'SIGSTOP' : 'SIGCONT')
    const port = new URL(aws.endpoint).port
    const reject = ['--protocol', 'tcp', '--dport', port, '--jump', 'REJECT', '--reject-with', 'tcp-reset']
    return run([...enter, 'iptables', away ? '--insert' : '--delete', 'INPUT', ...reject])
  }),
  outage('silent', async ({ processes }, away) => process.kill(processes.moto as number, away ? 'SIGSTOP' : 'SIGCONT')),
]
