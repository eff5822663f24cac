import t from 'tap'
import { release } from './release.ts'

const { signal } = new AbortController()

/** An app whose pods never get ready and that cannot plan the image from before, with the list of what was called. */
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

t.test('a release fails if the image from before cannot be planned', async t => {
  const { app, asked } = failingApp()
  const said: string[] = []
  const outcome = await release({ app, wanted: { image: 'new:1' }, env: {}, signal, say: line => said.push(line) })
  t.equal(outcome, 'failed')
  t.same(asked, ['plan new:1', 'apply', 'plan old:1'])
  t.match(said.at(-1), 'terraform plan failed')
})

t.test('a saved plan with other values is not applied', async t => {
  const { app, asked } = failingApp()
  app.values.name = 'another'
  const done = release({ app, wanted: { plan: 'plan' }, env: {}, signal, say: () => {} })
  await t.rejects(done, { message: 'the plan is not of this environment, or its values have changed since: name' })
  t.same(asked, [])
})

t.test('if the plan fails, nothing is applied', async t => {
  const { app, asked } = failingApp()
  const done = release({ app, wanted: { image: 'old:1' }, env: {}, signal, say: () => {} })
  await t.rejects(done, { message: 'terraform plan failed: see above' })
  t.same(asked, ['plan old:1'])
})
