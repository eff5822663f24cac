import assert from 'node:assert/strict'
import { waitUntil } from '../../system/wait-until.ts'
import { appInputs, deploy } from '../deploy.ts'
import { prepare } from '../prepare.ts'
import type { Proof } from '../proof.ts'

export const apply: Proof = {
  name: 'apply: state and access by an administrator, app by svc-terraform; a second plan is empty',
  async prove(context) {
    const { images } = context
    await prepare(context)

    const identity = await context.pipeline()
    await context.initialise(identity, 'app')
    const start = performance.now()
    await deploy(context, identity, images.first, '-var=log_level=debug')
    const applied = performance.now()
    const address = await context.address()
    await waitUntil(async () => assert.equal((await fetch(`${address}/api/health`)).status, 200), { seconds: 30 })
    const answered = performance.now()
    context.measured.firstAnswerMs = answered - start

    const inputs = [...appInputs(context, images.first), '-var=log_level=debug']
    const { code, stdout } = await context.try(identity, 'app', 'plan', '-detailed-exitcode', ...inputs)
    assert.equal(code, 0, `the second plan is not empty:\n${stdout}`)
    return `applied in ${seconds(applied - start)}, first 200 after ${seconds(answered - start)}`
  },
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
