import assert from 'node:assert/strict'
import { objects, textOf } from '../objects.ts'
import type { Proof } from '../proof.ts'

const [clients, each] = [20, 50]

export const uploads: Proof = {
  name: 'uploads: 1,000 from 20 clients are 1,000 objects, each with its number',
  async prove(context) {
    const address = await context.address()
    const before = new Set(await objects(context))
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
    const duration = (performance.now() - start) / 1000
    const added = (await objects(context)).filter(key => !before.has(key))
    assert.deepEqual(added.sort(), keys.toSorted())
    for (const key of keys) assert.match(await textOf(context, key), /^\d{1,4}$/)
    return `${added.length} objects, ${Math.round(keys.length / duration)} uploads a second`
  },
}
