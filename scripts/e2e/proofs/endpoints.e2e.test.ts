import assert from 'node:assert/strict'
import { runCollection } from '../../contract/newman.test-support.ts'
import { smoke } from '../../smoke/smoke.ts'
import { say } from '../../system/command.ts'
import { objectKeys, objectText } from '../../system/objects.ts'
import { service } from '../../terraform/service.ts'
import type { Proof } from '../context.test-support.ts'

const mirrors = 200
const [clients, each] = [20, 50]

export const endpoints: Proof[] = [
  {
    name: 'endpoints: all through the load balancer, the Postman collection too, and every pod answers',
    async prove(context) {
      await context.deploy(context.images.first, ['-var=log_level=debug']) // which logs each request
      // A first apply ends with one pod; the autoscaler then raises them to its minimum.
      await context.waitForPods(2)
      const address = await context.address()
      for (let count = 0; count < mirrors; count++) {
        const reply = await fetch(`${address}/api/mirror?word=abcABC123987`, { headers: { Connection: 'close' } })
        assert.deepEqual(await reply.json(), { transformed: '210678cbaCBA' })
      }
      assert.equal(await smoke(address, { waitSeconds: 10, signal: context.signal, say }), undefined)
      const { code, said } = await runCollection(address)
      assert.equal(code, 0, said)
      const namespace = `--namespace=${service.namespace}`
      const pods = (await context.kubectl('get', 'pods', namespace, '--output=name')).trim().split('\n')
      const shares = []
      for (const pod of pods) {
        const log = await context.kubectl('logs', namespace, pod)
        shares.push(log.split('\n').filter(line => line.includes('/api/mirror')).length)
      }
      assert.ok(pods.length >= 2 && shares.every(share => share > 0), `requests by pod: ${shares}`)
      return `${mirrors} requests by pod: ${shares.join(' + ')}; the collection passes`
    },
  },
  {
    name: 'uploads: 1,000 from 20 clients are 1,000 objects, each with its number',
    async prove({ s3, buckets: { staging }, ...context }) {
      const address = await context.address()
      const before = new Set(await objectKeys(s3, staging))
      const keys: string[] = []
      const start = performance.now()
      const client = async () => {
        for (let count = 0; count < each; count++) {
          const reply = await fetch(`${address}/api/upload-random`, { method: 'POST' })
          const body = (await reply.json()) as { key: string }
          assert.equal(reply.status, 200, JSON.stringify(body))
          keys.push(body.key)
        }
      }
      await Promise.all(Array.from({ length: clients }, client))
      const seconds = (performance.now() - start) / 1000
      const added = (await objectKeys(s3, staging)).filter(key => !before.has(key))
      assert.deepEqual(added.sort(), keys.toSorted())
      for (const key of keys) assert.match(await objectText(s3, staging, key), /^\d{1,4}$/)
      return `${added.length} objects, ${Math.round(keys.length / seconds)} uploads a second`
    },
  },
]
