import assert from 'node:assert/strict'
import { smoke } from '../../smoke/smoke.ts'
import { waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

const mirrors = 200

export const endpoints: Proof = {
  name: 'endpoints: all through the load balancer, the Postman collection too, and every pod answers',
  async prove(context) {
    // A first apply ends with one pod; the autoscaler then raises them to its least.
    await waitForPods(context, 2)
    const address = await context.address()
    for (let count = 0; count < mirrors; count++) {
      const reply = await fetch(`${address}/api/mirror?word=abcABC123987`, { headers: { Connection: 'close' } })
      assert.deepEqual(await reply.json(), { transformed: '210678cbaCBA' })
    }
    assert.equal(await smoke(address, { waitSeconds: 10, signal: context.signal, say: context.say }), undefined)
    const pods = (await context.kubectl('get', 'pods', '--namespace=oper', '--output=name')).trim().split('\n')
    const shares = []
    for (const pod of pods) {
      const log = await context.kubectl('logs', '--namespace=oper', pod)
      shares.push(log.split('\n').filter(line => line.includes('/api/mirror')).length)
    }
    assert.ok(pods.length >= 2 && shares.every(share => share > 0), `requests by pod: ${shares}`)
    return `${mirrors} requests by pod: ${shares.join(' + ')}; the collection passes`
  },
}
