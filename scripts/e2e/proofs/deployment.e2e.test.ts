import assert from 'node:assert/strict'
import { buildImage } from '../../image/build-image.ts'
import { findBuilder } from '../../image/builder.ts'
import { bucketNames, emptyBucket } from '../../system/objects.ts'
import { waitUntil } from '../../system/wait-until.ts'
import { accounts, service } from '../../terraform/service.ts'
import { type Proof, serviceKinds } from '../context.test-support.ts'
import { ask, upload } from '../load.test-support.ts'

export const deployment: Proof[] = [
  {
    name: 'image: built again from this commit, it has the digest that the registry took',
    onOwnCluster: true,
    needsApp: false,
    async prove({ images, commit, signal }) {
      assert.ok(commit)
      const { digest, size, standIns } = await buildImage({ builder: findBuilder(), commit, signal })
      assert.equal(images.first.split('@')[1], digest)
      return `${(size / 1e6).toFixed(1)} MB compressed${standIns.length > 0 ? ', on stand-ins for the base images' : ''}`
    },
  },
  {
    name: 'apply: state and access by an administrator, app by svc-terraform; a second plan is empty',
    needsApp: false,
    async prove(context) {
      const { images } = context
      await context.ensureAccess()
      const identity = await context.svcTerraform()
      await context.initialise('app')
      const debug = '-var=log_level=debug'
      const start = performance.now()
      await context.deploy(images.first, [debug], identity)
      const applied = performance.now()
      const address = await context.address()
      await waitUntil(async () => assert.equal((await fetch(`${address}/api/health`)).status, 200), { seconds: 30 })
      const answered = performance.now()
      context.measured.firstAnswerMs = answered - start

      const inputs = [...context.appInputs(images.first), debug]
      const { code, stdout } = await context.try(identity, 'app', 'plan', '-detailed-exitcode', ...inputs)
      assert.equal(code, 0, `the second plan is not empty:\n${stdout}`)
      return `applied in ${seconds(applied - start)}, first 200 after ${seconds(answered - start)}`
    },
  },
]

export const destroyApp: Proof = {
  name: 'destroy of app: refused while objects are staged, leaves nothing once that is confirmed',
  async prove(context) {
    const { images, buckets, s3 } = context
    const identity = await context.svcTerraform()
    const destroy = ['destroy', '-auto-approve', ...context.appInputs(images.first)]
    assert.equal((await ask(await context.address(), upload)).status, 200)
    await context.initialise('app')
    const refused = await context.try(identity, 'app', ...destroy)
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /BucketNotEmpty|not empty/)
    const confirmed = '-var=force_destroy=true'
    await context.deploy(images.first, [confirmed], identity)
    await emptyBucket(s3, buckets.staging)
    await context.terraform(identity, 'app', ...destroy, confirmed)
    await context.waitForPods(0) // Terraform waits for the Deployment alone, and the pods drain.
    const left = await context.kubectl(
      'get',
      `${serviceKinds},pods`,
      `--namespace=${service.namespace}`,
      '--output=name',
    )
    assert.deepEqual(left.trim().split('\n'), ['serviceaccount/default'])
    return 'nothing left but the default ServiceAccount'
  },
}

export const destroyRest: Proof = {
  name: 'destroy of access and state: nothing is left in the cluster and in S3',
  needsApp: false,
  async prove(context) {
    for (const [, destroy] of await context.toDestroy()) await destroy()
    const left = (await bucketNames(context.s3)).filter(name => Object.values(context.buckets).includes(name))
    assert.deepEqual(left, [])
    const namespaces = (await context.kubectl('get', 'namespaces', '--output=name')).split('\n')
    for (const name of [service.namespace, accounts.apply]) assert.ok(!namespaces.includes(`namespace/${name}`), name)
    return 'no bucket, no namespace'
  },
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
