import assert from 'node:assert/strict'
import { run } from '../../system/run.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { startLoad } from '../load.ts'
import { objects } from '../objects.ts'
import { pods, restarts, waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

/** Until the kubelet sees that the container is gone and kube-proxy knows it, new connections are sent there too, and refused. */
const noticedWithinMs = 5000

export const killed: Proof = {
  name: 'SIGKILL of a container: only connections to it fail, until it is noticed, and no acknowledged upload is missing',
  async proveOnStage(context) {
    await waitForPods(context, 2)
    const before = restarts(await pods(context))
    const target = { method: 'POST', path: '/api/upload-random' } as const
    const { stop } = startLoad(await context.address(), target, { keepAnswers: true })
    const [process = ''] = (await run(['pgrep', '--full', '/app/server.cjs'])).trim().split('\n')
    await run(['kill', '-KILL', process])
    const start = performance.now()
    const restarted = async () => assert.notEqual(restarts(await pods(context)), before)
    await waitUntil(restarted, { seconds: 30, signal: context.signal })
    await waitForPods(context, 2)
    const { requests, failures, answers, lastFailure } = await stop()
    const stored = new Set(await objects(context))
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ body }) => JSON.parse(body).key)
    assert.deepEqual(
      acknowledged.filter(key => !stored.has(key)),
      [],
    )
    // Errors of connections only: whoever is answered is answered rightly.
    assert.deepEqual(
      failures.filter(failure => !/ECONNRESET|ECONNREFUSED|socket hang up/.test(failure)),
      [],
    )
    const noticed = failures.length > 0 ? lastFailure - start : 0
    assert.ok(noticed < noticedWithinMs, `requests failed for ${noticed} ms`)
    return `${failures.length} of ${requests} failed, all within ${(noticed / 1000).toFixed(1)} s; ${acknowledged.length} acknowledged and there`
  },
}
