import t from 'tap'
import { release } from './release.ts'

const { signal } = new AbortController()

/** An app that never gets its pods ready, and cannot plan what ran before; with what it was asked. */
function failingApp() {
  const asked: string[] = []
  const app = {
    init: async () => '',
    outputs: async () => ({ image: 'old:1' }),
    async plan(image: string) {
      asked.push(`plan ${image}`)
      if (image === 'old:1') throw new Error('terraform plan failed: see above')
      return true
    },
    show: async () => ({
      variables: { image: { value: 'new:1' }, name: { value: 'm' }, namespace: { value: 'oper' } },
    }),
    values: { '//': 'a comment', name: 'm' },
    async apply() {
      asked.push('apply')
      return { code: 1, stdout: '', stderr: 'Error: Deployment exceeded its progress deadline' }
    },
  }
  return { app, asked }
}

t.test('a release that failed, and whose way back cannot be planned, has failed', async t => {
  const { app, asked } = failingApp()
  const said: string[] = []
  const outcome = await release({ app, wanted: { image: 'new:1' }, env: {}, signal, say: line => said.push(line) })
  t.equal(outcome, 'failed')
  t.same(asked, ['plan new:1', 'apply', 'plan old:1'])
  t.match(said.at(-1), 'terraform plan failed')
})

t.test('a saved plan of other values is not applied', async t => {
  const { app, asked } = failingApp()
  app.values.name = 'another'
  const done = release({ app, wanted: { plan: 'plan' }, env: {}, signal, say: () => {} })
  await t.rejects(done, { message: 'the plan is not of this environment, or its values have changed since: name' })
  t.same(asked, [])
})

t.test('an app that cannot even be planned has changed nothing', async t => {
  const { app, asked } = failingApp()
  const done = release({ app, wanted: { image: 'old:1' }, env: {}, signal, say: () => {} })
  await t.rejects(done, { message: 'terraform plan failed: see above' })
  t.same(asked, ['plan old:1'])
})
