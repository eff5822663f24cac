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
  name: 'rotation: a raised revision writes its Secret anew, and every changed setting reaches the cluster',
  async prove(context) {
    const versions = () =>
      context.kubectl('get', 'secrets', '--namespace=oper', '--output=jsonpath={.items[*].metadata.resourceVersion}')
    const before = (await versions()).split(' ')
    const identity = await context.pipeline()
    await deploy(context, identity, context.images.next, ...changed)
    await waitForPods(context, 3)
    const after = (await versions()).split(' ')
    assert.equal(after.length, 2)
    assert.ok(
      after.every(version => !before.includes(version)),
      'a Secret was not written anew',
    )
    await deploy(context, identity, context.images.next)
    return 'both Secrets written anew'
  },
}
