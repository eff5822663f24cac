import assert from 'node:assert/strict'
import { release } from '../../release/release.ts'
import type { Proof } from '../context.ts'
import { startLoad } from '../load.ts'
import { runningDigests, waitForPods } from '../pods.ts'

export const wrongImage: Proof = {
  name: "a wrong image: release fails in time, says the pods' reason and goes back; the old pods serve throughout",
  async prove(context) {
    const env = { ...(await context.svcTerraform()), TF_VAR_progress_deadline_seconds: '20' }
    const app = context.openApp(env)
    await waitForPods(context, 2)
    const before = await runningDigests(context)
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 4 })
    const wrong = context.images.next.replace(/(@|:[^/]*$).*/, ':no-such-tag')
    const said: string[] = []
    const start = performance.now()
    const wanted = { image: wrong }
    const outcome = await release({ app, wanted, env, signal: context.signal, say: line => said.push(line) })
    const took = performance.now() - start
    await waitForPods(context, 2)
    const { requests, failures } = await stop()
    assert.equal(outcome, 'went back', said.join('\n'))
    const reason = said.join('\n').match(/^mirror-service-\S+: (.*no-such-tag.*)$/m)?.[1]
    assert.ok(reason, said.join('\n'))
    assert.deepEqual(await runningDigests(context), before)
    assert.deepEqual(failures, [])
    return `back after ${Math.round(took / 1000)} s, with "${reason.slice(0, 60)}…"; 0 of ${requests} requests failed`
  },
}
