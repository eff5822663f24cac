import assert from 'node:assert/strict'
import { release } from '../../release/release.ts'
import { service } from '../../terraform/service.ts'
import type { Context, Proof } from '../context.test-support.ts'
import { startLoad } from '../load.test-support.ts'

const { namespace } = service
const least = 20_000

/** A change under steady load: not one of 20,000 requests or more may fail. */
const change = (name: string, make: (context: Context) => Promise<void>): Proof => ({
  name: `${name}: no request fails`,
  async prove(context) {
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' })
    const start = performance.now()
    await make(context)
    const took = performance.now() - start
    const { requests, failures } = await stop(least)
    const kinds = [...new Set(failures)].slice(0, 5).join('; ')
    assert.equal(failures.length, 0, `${failures.length} of ${requests} failed: ${kinds}`)
    return `0 of ${requests} failed, in ${(took / 1000).toFixed(1)} s`
  },
})

export const changes: Proof[] = [
  change('rolling update', async context => {
    await context.deploy(context.images.next)
    await context.waitForPods(2)
  }),
  change('deletion of each pod', async context => {
    for (const { metadata } of await context.pods()) {
      await context.kubectl('delete', 'pod', `--namespace=${namespace}`, metadata.name)
      await context.waitForPods(2)
    }
  }),
  change('scale from 2 to 5 and back', async context => {
    await context.deploy(context.images.next, ['-var=min_replicas=5'])
    await context.waitForPods(5)
    await context.deploy(context.images.next)
    await context.waitForPods(2)
  }),
  change('eviction of each pod', async context => {
    const [first, second] = (await context.pods()).map(({ metadata }) => metadata.name) as [string, string]
    await evict(context, first)
    // The disruption budget holds: the other pod stays until the first is replaced.
    await assert.rejects(evict(context, second), /disruption budget/)
    await context.waitForPods(2)
    await evict(context, second)
    await context.waitForPods(2)
  }),
]

async function evict({ kubectlWith }: Context, name: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } }
  await kubectlWith(JSON.stringify(body), 'create', '--raw', path, '--filename=-')
}

export const wrongImage: Proof = {
  name: "a wrong image: release fails in time, says the pods' reason and goes back; the old pods serve throughout",
  async prove(context) {
    const env = { ...(await context.svcTerraform()), TF_VAR_progress_deadline_seconds: '20' }
    const app = context.openApp(env)
    await context.waitForPods(2)
    const before = await context.runningDigests()
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' }, { clients: 4 })
    const wrong = context.images.next.replace(/(@|:[^/]*$).*/, ':no-such-tag')
    const said: string[] = []
    const start = performance.now()
    const wanted = { image: wrong }
    const outcome = await release({ app, wanted, env, signal: context.signal, say: line => said.push(line) })
    const took = performance.now() - start
    await context.waitForPods(2)
    const { requests, failures } = await stop()
    assert.equal(outcome, 'went back', said.join('\n'))
    const reason = said.join('\n').match(/^mirror-service-\S+: (.*no-such-tag.*)$/m)?.[1]
    assert.ok(reason, said.join('\n'))
    assert.deepEqual(await context.runningDigests(), before)
    assert.deepEqual(failures, [])
    return `back after ${Math.round(took / 1000)} s, with "${reason.slice(0, 60)}…"; 0 of ${requests} requests failed`
  },
}
