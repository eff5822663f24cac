import assert from 'node:assert/strict'
import { openApp } from '../../plan/app.ts'
import { release } from '../../release/release.ts'
import { where } from '../deploy.ts'
import { startLoad } from '../load.ts'
import { pods, waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

export const wrongImage: Proof = {
  name: "a wrong image: release fails in time, says the pods' reason and goes back; the old pods serve throughout",
  async prove(context) {
    const { tree, backendSettings, settings, signal, images } = context
    const env = { ...settings, ...(await context.pipeline()), TF_VAR_progress_deadline_seconds: '20' }
    const app = openApp({ tree, environment: 'e2e', backend: backendSettings, inputs: where(context), env, signal })
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 4 })
    const wrong = images.next.replace(/(@|:[^/]*$).*/, ':no-such-tag')
    const said: string[] = []
    const start = performance.now()
    const outcome = await release({ app, wanted: { image: wrong }, env, signal, say: line => said.push(line) })
    const took = performance.now() - start
    await waitForPods(context, 2)
    const running = (await pods(context)).flatMap(({ status }) => status.containerStatuses ?? [])
    const { requests, failures } = await stop()
    assert.equal(outcome, 'went back', said.join('\n'))
    const reason = said.join('\n').match(/^mirror-service-\S+: (.*no-such-tag.*)$/m)?.[1]
    assert.ok(reason, said.join('\n'))
    if (images.next.includes('@'))
      for (const { imageID } of running) assert.ok(imageID.endsWith(images.next.split('@')[1] as string))
    assert.deepEqual(failures, [])
    return `back after ${Math.round(took / 1000)} s, with "${reason.slice(0, 60)}…"; 0 of ${requests} requests failed`
  },
}
