import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster as Stage } from '../../cluster/cluster.ts'
import { run } from '../../system/run.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { ask, startLoad } from '../load.ts'
import { pods, restarts } from '../pods.ts'
import type { Proof } from '../proof.ts'

const upload = { method: 'POST', path: '/api/upload-random' } as const

/** Storage away for 30 s: only uploads notice, and they are told to come again. */
const outage = (
  name: string,
  away: (stage: Stage) => Promise<unknown>,
  back: (stage: Stage) => Promise<unknown>,
): Proof => ({
  name: `storage ${name} for 30 s: mirror and health never falter, uploads get 503, no pod restarts`,
  async proveOnStage(context, stage) {
    const address = await context.address()
    const before = restarts(await pods(context))
    const loads = ['/api/health', '/api/mirror?word=abc'].map(path => startLoad(address, { path }, { clients: 2 }))
    const answers: number[] = []
    try {
      await away(stage)
      const end = Date.now() + 30_000
      while (Date.now() < end) {
        const { status, headers } = await ask(address, upload)
        assert.equal(status, 503)
        assert.ok(headers['retry-after'])
        answers.push(status)
        await delay(500, undefined, { signal: context.signal })
      }
    } finally {
      await back(stage)
    }
    const start = performance.now()
    await waitUntil(async () => assert.equal((await ask(address, upload)).status, 200), { seconds: 30 })
    const recovered = performance.now() - start
    for (const { stop } of loads) assert.deepEqual((await stop()).failures, [])
    assert.equal(restarts(await pods(context)), before)
    return `${answers.length} uploads got 503; they work again after ${(recovered / 1000).toFixed(1)} s`
  },
})

const rule = (action: '--insert' | '--delete', stage: Stage) => {
  const port = new URL(stage.aws.endpoint).port
  const reject = ['--protocol', 'tcp', '--dport', port, '--jump', 'REJECT', '--reject-with', 'tcp-reset']
  return run([...stage.enter, 'iptables', action, 'INPUT', ...reject])
}

export const outages: Proof[] = [
  outage(
    'refusing',
    stage => rule('--insert', stage),
    stage => rule('--delete', stage),
  ),
  outage(
    'silent',
    async stage => process.kill(stage.processes.moto as number, 'SIGSTOP'),
    async stage => process.kill(stage.processes.moto as number, 'SIGCONT'),
  ),
]
