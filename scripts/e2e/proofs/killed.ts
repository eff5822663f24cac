import assert from 'node:assert/strict'
import { run } from '../../cluster/run.ts'
import { waitUntil } from '../../cluster/wait-until.ts'
import { startLoad } from '../load.ts'
import { objects } from '../objects.ts'
import { pods, restarts, waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

const clients = 20

export const killed: Proof = {
  name: 'SIGKILL of a container: only requests in flight there fail, and no acknowledged upload is missing',
  async prove(context) {
    await waitForPods(context, 2)
    const before = restarts(await pods(context))
    const target = { method: 'POST', path: '/api/upload-random' } as const
    const { stop } = startLoad(await context.address(), target, { clients, keepAnswers: true })
    const [process = ''] = (await run(['pgrep', '--full', '/app/server.cjs'])).trim().split('\n')
    await run(['kill', '-KILL', process])
    const restarted = async () => assert.notEqual(restarts(await pods(context)), before)
    await waitUntil(restarted, { seconds: 30, signal: context.signal })
    await waitForPods(context, 2)
    const { requests, failures, answers } = await stop()
    const stored = new Set(await objects(context))
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ body }) => JSON.parse(body).key)
    assert.deepEqual(
      acknowledged.filter(key => !stored.has(key)),
      [],
    )
    assert.ok(
      failures.length <= clients,
      `${failures.length} of ${requests} failed: ${[...new Set(failures)].join('; ')}`,
    )
    return `${failures.length} of ${requests} failed, ${acknowledged.length} acknowledged and there`
  },
}
