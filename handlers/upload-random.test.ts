import t from 'tap'
import type { Staging } from './staging/staging.ts'
import { uploadRandom } from './upload-random.ts'

function memory(prefix = '') {
  const objects = new Map<string, string>()
  const put: Staging['put'] = async (key, text) => !objects.has(key) && Boolean(objects.set(key, text))
  return { objects, staging: { prefix, put } }
}

t.test('stores the drawn number as the text of a new object', async t => {
  const { objects, staging } = memory()
  const upload = uploadRandom({ staging, randomInt: limit => limit - 1 })
  const replies = [await upload({ headers: {} }), await upload({ headers: {} })]
  const keys = replies.map(({ body }) => body?.key as string)
  t.strictSame(objects, new Map(keys.map(key => [key, '9999'])))
  t.equal(objects.size, 2)
  for (const [index, key] of keys.entries()) {
    t.match(key, /^[0-9a-f-]{36}\.txt$/)
    t.strictSame(replies[index], { status: 200, body: { uploaded: 'ok', key } })
  }
})

t.test('the same Idempotency-Key stores one object and returns the same key, at every replica', async t => {
  const { objects, staging } = memory()
  const replicas = [7, 8].map(number => uploadRandom({ staging: Promise.resolve(staging), randomInt: () => number }))
  const headers = { 'idempotency-key': ['order 66'] }
  const replies = await Promise.all(replicas.map(upload => upload({ headers })))
  t.strictSame(replies[0], replies[1])
  t.strictSame([...objects.values()], ['7'])
  t.match([...objects.keys()][0], /^idempotency\/[0-9a-f]{64}\.txt$/)
})

t.test('keys begin with the prefix of the staging', async t => {
  const { objects, staging } = memory('team/')
  const { body } = await uploadRandom({ staging, randomInt: () => 0 })({ headers: {} })
  t.match(body?.key, /^team\//)
  t.ok(objects.has(body?.key as string))
})

t.test('a key that is already taken is an error', async t => {
  const staging = { prefix: '', put: async () => false }
  await t.rejects(uploadRandom({ staging, randomInt: () => 0 })({ headers: {} }), /the key .* is already taken/)
})

t.test('the same Idempotency-Key on several lines counts once', async t => {
  const { objects, staging } = memory()
  const upload = uploadRandom({ staging, randomInt: () => 5 })
  const replies = [['a'], ['a', 'a'], ['a', 'a', 'a']].map(lines => upload({ headers: { 'idempotency-key': lines } }))
  const keys = (await Promise.all(replies)).map(({ body }) => body?.key)
  t.equal(new Set(keys).size, 1)
  t.equal(objects.size, 1)
})

for (const value of [[''], [' '], ['x'.repeat(256)], ['é'], ['a\tb'], ['a', 'b'], ['a', 'a', 'A'], ['a', ''], []]) {
  t.test(`Idempotency-Key ${JSON.stringify(value).slice(0, 20)} is refused`, async t => {
    const { objects, staging } = memory()
    const upload = uploadRandom({ staging, randomInt: () => 0 })
    await t.rejects(upload({ headers: { 'idempotency-key': value } }), {
      status: 400,
      message: /one value of 1 to 255 printable/,
    })
    t.equal(objects.size, 0)
  })
}
