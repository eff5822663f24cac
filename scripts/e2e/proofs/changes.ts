import assert from 'node:assert/strict'
import type { Context } from '../context.ts'
import { deploy } from '../deploy.ts'
import { startLoad } from '../load.ts'
import { pods, waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

const least = 20_000

/** A change under steady load: not one request of the 20,000 or more may fail. */
const change = (name: string, make: (context: Context) => Promise<void>): Proof => ({
  name: `${name}: no request fails`,
  async prove(context) {
    const { stop } = startLoad(await context.address(), { path: '/api/mirror?word=abc' })
    const start = performance.now()
    const made = await make(context).then(
      () => undefined,
      error => error,
    )
    const took = performance.now() - start
    const { requests, failures } = await stop(made ? 0 : least)
    if (made) throw made
    assert.equal(
      failures.length,
      0,
      `${failures.length} of ${requests} failed: ${[...new Set(failures)].slice(0, 5).join('; ')}`,
    )
    return `0 of ${requests} failed, in ${(took / 1000).toFixed(1)} s`
  },
})

export const changes: Proof[] = [
  change('rolling update', async context => {
    await deploy(context, await context.pipeline(), context.images.next)
    await waitForPods(context, 2)
  }),
  change('deletion of each pod', async context => {
    for (const { metadata } of await pods(context)) {
      await context.kubectl('delete', 'pod', '--namespace=oper', metadata.name)
      await waitForPods(context, 2)
    }
  }),
  change('scale from 2 to 5 and back', async context => {
    const identity = await context.pipeline()
    await deploy(context, identity, context.images.next, '-var=min_replicas=5')
    await waitForPods(context, 5)
    await deploy(context, identity, context.images.next)
    await waitForPods(context, 2)
  }),
  change('eviction of each pod', async context => {
    const [first, second] = (await pods(context)).map(({ metadata }) => metadata.name) as [string, string]
    await evict(context, first)
    // The budget holds: the other pod stays until the first has been replaced.
    await assert.rejects(evict(context, second), /disruption budget/)
    await waitForPods(context, 2)
    await evict(context, second)
    await waitForPods(context, 2)
  }),
]

async function evict({ kubectlWith }: Context, name: string): Promise<void> {
  const path = `/api/v1/namespaces/oper/pods/${name}/eviction`
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: 'oper' } }
  await kubectlWith(JSON.stringify(body), 'create', '--raw', path, '--filename=-')
}
