import t from 'tap'
import { release } from './release.ts'

const planned = { variables: { image: { value: 'new:1' }, name: { value: 'm' }, namespace: { value: 'oper' } } }

t.test('a release that failed, and whose way back cannot be planned, has failed', async t => {
  const asked: string[] = []
  const app = {
    init: async () => '',
    outputs: async () => ({ image: 'old:1' }),
    async plan(image: string) {
      asked.push(`plan ${image}`)
      if (image === 'old:1') throw new Error('terraform plan failed: see above')
      return true
    },
    show: async () => planned,
    values: {},
    async apply() {
      asked.push('apply')
      return { code: 1, stdout: '', stderr: 'Error: Deployment exceeded its progress deadline' }
    },
  }
  const said: string[] = []
  const { signal } = new AbortController()
  const outcome = await release({ app, wanted: { image: 'new:1' }, env: {}, signal, say: line => said.push(line) })
  t.equal(outcome, 'failed')
  t.same(asked, ['plan new:1', 'apply', 'plan old:1'])
  t.match(said.at(-1), 'terraform plan failed')
})
