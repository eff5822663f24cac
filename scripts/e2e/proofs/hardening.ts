import assert from 'node:assert/strict'
import { appInputs } from '../deploy.ts'
import { objects, textOf } from '../objects.ts'
import { pods } from '../pods.ts'
import type { Proof } from '../proof.ts'

const inside = `
const { existsSync, writeFileSync } = require('node:fs')
let written = 'written'
try { writeFileSync('/x', '') } catch ({ code }) { written = code }
console.log(JSON.stringify({ uid: process.getuid(), written, token: existsSync('/var/run/secrets/kubernetes.io') }))`

export const hardening: Proof = {
  name: 'hardening: restricted pods only, read-only, not root, no token; no secret in state, plan, log or description',
  async prove(context) {
    const { kubectl, secrets, buckets } = context
    const privileged = kubectl('run', 'privileged', '--namespace=oper', '--image=x', '--privileged')
    await assert.rejects(privileged, /violates PodSecurity/)
    const list = await pods(context)
    for (const { metadata } of list) {
      const said = await kubectl('exec', '--namespace=oper', metadata.name, '--', '/usr/local/bin/node', '-e', inside)
      assert.deepEqual(JSON.parse(said), { uid: 65532, written: 'EROFS', token: false })
    }

    const identity = await context.pipeline()
    await context.terraform(identity, 'app', 'plan', '-out=plan', ...appInputs(context, context.images.first))
    const states = (await objects(context, buckets.state)).map(key => textOf(context, key, buckets.state))
    const logs = list.map(({ metadata }) => kubectl('logs', '--namespace=oper', metadata.name))
    const texts = await Promise.all([
      ...states,
      ...logs,
      context.terraform(identity, 'app', 'show', '-json', 'plan'),
      kubectl('describe', 'all,secrets,configmaps,serviceaccounts', '--namespace=oper'),
    ])
    for (const secret of secrets)
      for (const text of texts)
        for (const form of forms(secret)) assert.ok(!text.includes(form), 'a secret is in the open')
    return `${list.length} pods, ${texts.length} texts searched`
  },
}

const forms = (secret: string) => [secret, Buffer.from(secret).toString('base64')]
