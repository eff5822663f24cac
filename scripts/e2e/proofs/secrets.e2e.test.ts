import assert from 'node:assert/strict'
import { objectKeys, objectText } from '../../system/objects.ts'
import { service } from '../../terraform/service.ts'
import type { Proof } from '../context.test-support.ts'

const namespace = `--namespace=${service.namespace}`

const inside = `
const { existsSync, writeFileSync } = require('node:fs')
let written = 'written'
try { writeFileSync('/x', '') } catch ({ code }) { written = code }
console.log(JSON.stringify({ uid: process.getuid(), written, token: existsSync('/var/run/secrets/kubernetes.io') }))`

export const hardening: Proof = {
  name: 'hardening: restricted pods only, read-only, not root, no token; no secret in state, plan, log or description',
  async prove(context) {
    const { kubectl, secrets, s3, buckets } = context
    const privileged = kubectl('run', 'privileged', namespace, '--image=x', '--privileged')
    await assert.rejects(privileged, /violates PodSecurity/)
    const list = await context.pods()
    for (const { metadata } of list) {
      const said = await kubectl('exec', namespace, metadata.name, '--', '/usr/local/bin/node', '-e', inside)
      assert.deepEqual(JSON.parse(said), { uid: 65532, written: 'EROFS', token: false })
    }

    const identity = await context.svcTerraform()
    await context.terraform(identity, 'app', 'plan', '-out=plan', ...context.appInputs(context.images.first))
    const states = (await objectKeys(s3, buckets.state)).map(key => objectText(s3, buckets.state, key))
    const texts = await Promise.all([
      ...states,
      ...list.map(({ metadata }) => kubectl('logs', namespace, metadata.name)),
      context.terraform(identity, 'app', 'show', '-json', 'plan'),
      kubectl('describe', 'all,secrets,configmaps,serviceaccounts', namespace),
    ])
    const forms = secrets.flatMap(secret => [secret, Buffer.from(secret).toString('base64')])
    for (const text of texts) for (const form of forms) assert.ok(!text.includes(form), 'a secret is in the open')
    return `${list.length} pods, ${texts.length} texts searched`
  },
}

/** Each input that changes an object of its own. */
const changed = [
  '-var=registry_password_revision=2',
  '-var=aws_keys_revision=2',
  '-var=min_replicas=3',
  '-var=scraping_namespaces=[]',
  '-var=load_balancer_annotations={"example.com/changed":"yes"}',
  '-var=web_identity_role=arn:aws:iam::123456789012:role/changed',
]

export const rotation: Proof = {
  name: 'rotation: a raised revision writes the secret anew, and every changed setting reaches the cluster',
  async prove(context) {
    const identity = await context.svcTerraform()
    const rotated = { ...identity, TF_VAR_aws_secret_access_key: 'rotated' }
    await context.deploy(context.images.next, changed, rotated)
    await context.waitForPods(3)
    const path = '--output=jsonpath={.data.AWS_SECRET_ACCESS_KEY}'
    const data = await context.kubectl('get', 'secret', `${service.name}-environment`, namespace, path)
    assert.equal(Buffer.from(data, 'base64').toString(), 'rotated')
    await context.deploy(context.images.next, [], identity)
    return 'the new key is in the Secret, and its pods are new'
  },
}
