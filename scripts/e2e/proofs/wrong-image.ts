import assert from 'node:assert/strict'
import { appInputs, deploy } from '../deploy.ts'
import { startLoad } from '../load.ts'
import { podReasons } from '../pod-reasons.ts'
import { waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

export const wrongImage: Proof = {
  name: 'a wrong image: apply fails in time with the reason, the old pods serve, the next good apply heals',
  async prove(context) {
    const identity = await context.pipeline()
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 4 })
    const wrong = context.images.next.replace(/@.*/, ':no-such-tag')
    const start = performance.now()
    const words = ['-auto-approve', ...appInputs(context, wrong), '-var=progress_deadline_seconds=20']
    const { code, stderr } = await context.try(identity, 'app', 'apply', ...words)
    const failed = performance.now() - start
    const reasons = await podReasons(context)
    await deploy(context, identity, context.images.next)
    await waitForPods(context, 2)
    const { requests, failures } = await stop()
    assert.equal(code, 1)
    assert.match(stderr, /progress deadline/)
    assert.match(reasons.join('\n'), /no-such-tag/)
    assert.deepEqual(failures, [])
    return `failed after ${Math.round(failed / 1000)} s with "${reasons[0]?.slice(0, 60)}…"; 0 of ${requests} requests failed`
  },
}
