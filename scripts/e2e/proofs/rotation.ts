import assert from 'node:assert/strict'
import { deploy } from '../deploy.ts'
import { waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'

/** Every input that changes an object of its own. */
const changed = [
  '-var=registry_password_revision=2',
  '-var=aws_keys_revision=2',
  '-var=min_replicas=3',
  '-var=load_balancer_annotations={"example.com/changed":"yes"}',
  '-var=web_identity_role=arn:aws:iam::123456789012:role/changed',
]

export const rotation: Proof = {
  name: 'rotation: a raised revision writes the secret anew, and every changed setting reaches the cluster',
  async prove(context) {
    const identity = await context.pipeline()
    await deploy(context, { ...identity, TF_VAR_aws_secret_access_key: 'rotated' }, context.images.next, ...changed)
    await waitForPods(context, 3)
    const path = 'jsonpath={.data.AWS_SECRET_ACCESS_KEY}'
    const name = 'mirror-service-environment'
    const data = await context.kubectl('get', 'secret', name, '--namespace=oper', `--output=${path}`)
    assert.equal(Buffer.from(data, 'base64').toString(), 'rotated')
    await deploy(context, identity, context.images.next)
    return 'the new key is in the Secret, and its pods are new'
  },
}
