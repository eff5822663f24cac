import assert from 'node:assert/strict'
import { service } from '../../terraform/service.ts'
import type { Context, Proof } from '../context.ts'
import { startLoad } from '../load.ts'
import { pods, waitForPods } from '../pods.ts'

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
    await waitForPods(context, 2)
  }),
  change('deletion of each pod', async context => {
    for (const { metadata } of await pods(context)) {
      await context.kubectl('delete', 'pod', `--namespace=${namespace}`, metadata.name)
      await waitForPods(context, 2)
    }
  }),
  change('scale from 2 to 5 and back', async context => {
    await context.deploy(context.images.next, ['-var=min_replicas=5'])
    await waitForPods(context, 5)
    await context.deploy(context.images.next)
    await waitForPods(context, 2)
  }),
  change('eviction of each pod', async context => {
    const [first, second] = (await pods(context)).map(({ metadata }) => metadata.name) as [string, string]
    await evict(context, first)
    // The disruption budget holds: the other pod stays until the first is replaced.
    await assert.rejects(evict(context, second), /disruption budget/)
    await waitForPods(context, 2)
    await evict(context, second)
    await waitForPods(context, 2)
  }),
]

async function evict({ kubectlWith }: Context, name: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } }
  await kubectlWith(JSON.stringify(body), 'create', '--raw', path, '--filename=-')
}
