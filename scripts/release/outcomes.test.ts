import t from 'tap'
import { startServer, startService } from '../contract/servers.test-support.ts'
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

t.test('a saved plan whose secrets are not set here is not applied', async t => {
  const { app, asked } = failingApp()
  const { variables } = await app.show()
  const planned = { ...variables, registry: { value: 'r' }, credentials: { value: 'keys' } }
  const env = { TF_VAR_aws_access_key_id: 'a' }
  const done = release({
    app: { ...app, show: async () => ({ variables: planned }) },
    wanted: { plan: 'plan' },
    env,
    signal,
    say: () => {},
  })
  await t.rejects(done, {
    message:
      /^the plan [\s\S]*\nregistry_password: is missing; .*\naws_secret_access_key: is missing; set TF_VAR_aws_secret_access_key$/,
  })
  t.same(asked, [])
})

t.test('an image that is refused is neither planned nor applied, nor gone back to', async t => {
  const verify = async (image: string, commit?: string) => {
    if (image === refused) throw new Error(`${image} of ${commit} is refused`)
  }
  let refused = 'new:1'
  const env = { CI_COMMIT_SHA: 'c0ffee' }
  for (const wanted of [{ image: 'new:1' }, { plan: 'plan' }]) {
    const { app, asked } = failingApp()
    const done = release({ app, wanted, env, verify, signal, say: () => {} })
    await t.rejects(done, { message: 'new:1 of c0ffee is refused' })
    t.same(asked, [])
  }
  refused = 'old:1'
  const { app, asked } = failingApp()
  const said: string[] = []
  t.equal(
    await release({ app, wanted: { image: 'new:1' }, env, verify, signal, say: line => said.push(line) }),
    'failed',
  )
  t.same(asked, ['plan new:1', 'apply'])
  t.equal(said[1], 'there is no way back: old:1 of undefined is refused')
})

t.test('it goes back while the registry is away, which may be why the apply failed', async t => {
  const { app, asked } = failingApp()
  const verify = async () => {
    if (asked.includes('apply')) throw new Error('the registry is away')
  }
  await release({ app, wanted: { image: 'new:1' }, env: {}, verify, signal, say: () => {} })
  t.same(asked, ['plan new:1', 'apply', 'plan old:1'])
})

t.test('if the plan fails, nothing is applied', async t => {
  const { app, asked } = failingApp()
  const done = release({ app, wanted: { image: 'old:1' }, env: {}, signal, say: () => {} })
  await t.rejects(done, { message: 'terraform plan failed: see above' })
  t.same(asked, ['plan old:1'])
})

/** An app that deploys a service at an address, with the list of what was called. */
function workingApp(outcomes: Record<string, { url?: string; address?: string; stderr?: string }>, before?: string) {
  const asked: string[] = []
  let planned = ''
  let deployed: { image?: string; url?: string; address?: string } = before ? { image: before } : {}
  const app = {
    init: async () => '',
    outputs: async () => deployed,
    async plan(image: string) {
      asked.push(`plan ${image}`)
      planned = image
      return true
    },
    show: async () => ({
      variables: { image: { value: planned }, name: { value: 'm' }, namespace: { value: 'oper' } },
    }),
    values: {},
    async apply() {
      asked.push(`apply ${planned}`)
      const { stderr = '', ...where } = outcomes[planned] ?? {}
      if (stderr === '') deployed = { image: planned, ...where }
      return { code: stderr ? 1 : 0, stdout: '', stderr }
    },
  }
  return { app, asked }
}

t.test('each outcome of a release', async t => {
  const right = { url: await startService(t) }
  const unnamed = { url: right.url.replace('localhost', 'service.example.test'), address: 'localhost' }
  const wrong = { url: await startServer(t, (_, response) => response.end('{}')) }
  const notReady = { stderr: 'Error: Deployment exceeded its progress deadline' }
  const stale = { stderr: 'Error: Saved plan is stale' }
  const [forth, back] = [
    ['plan new:1', 'apply new:1'],
    ['plan old:1', 'apply old:1'],
  ]
  const cases: [name: string, Parameters<typeof workingApp>, dryRun: boolean, outcome: string, asked: string[]][] = [
    ['a first release', [{ 'new:1': right }], false, 'released', forth],
    ['a first release, to whose load balancer no DNS leads', [{ 'new:1': unnamed }], false, 'released', forth],
    ['a dry run', [{ 'new:1': right }, 'old:1'], true, 'unchanged', ['plan new:1']],
    ['no address yet', [{ 'new:1': {} }, 'old:1'], false, 'released', forth],
    ['a stale plan', [{ 'new:1': stale }, 'old:1'], false, 'unchanged', forth],
    ['wrong replies', [{ 'new:1': wrong, 'old:1': right }, 'old:1'], false, 'went back', [...forth, ...back]],
    ['pods not ready', [{ 'new:1': notReady, 'old:1': right }, 'old:1'], false, 'went back', [...forth, ...back]],
    ['wrong replies, then too', [{ 'new:1': wrong, 'old:1': wrong }, 'old:1'], false, 'failed', [...forth, ...back]],
    ['a first release with wrong replies', [{ 'new:1': wrong }], false, 'failed', forth],
    ['the image that runs, with wrong replies', [{ 'new:1': wrong }, 'new:1'], false, 'failed', forth],
  ]
  for (const [name, settings, dryRun, outcome, expected] of cases) {
    const { app, asked } = workingApp(...settings)
    const wanted = { image: 'new:1' }
    t.equal(await release({ app, wanted, dryRun, env: {}, signal, say: () => {} }), outcome, name)
    t.same(asked, expected, name)
  }
})
