import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ListBucketsCommand } from '@aws-sdk/client-s3'
import { localState } from '../../terraform/local-state.ts'
import { appInputs, deploy } from '../deploy.ts'
import { ask } from '../load.ts'
import { emptyBucket } from '../objects.ts'
import { waitForPods } from '../pods.ts'
import type { Proof } from '../proof.ts'
import { verbs } from './verbs.ts'

export const destroyApp: Proof = {
  name: 'destroy of app: refused while objects are staged, leaves nothing once that is confirmed',
  async prove(context) {
    const identity = await context.pipeline()
    const { first } = context.images
    const upload = { method: 'POST', path: '/api/upload-random' } as const
    assert.equal((await ask(await context.address(), upload)).status, 200)
    const refused = await context.try(identity, 'app', 'destroy', '-auto-approve', ...appInputs(context, first))
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /BucketNotEmpty|not empty/)
    const confirmed = '-var=force_destroy=true'
    await deploy(context, identity, first, confirmed)
    await emptyBucket(context, context.buckets.staging)
    await context.terraform(identity, 'app', 'destroy', '-auto-approve', ...appInputs(context, first), confirmed)
    // They drain, and Terraform waits for their Deployment only.
    await waitForPods(context, 0)
    const kinds = 'deployments,pods,services,secrets,horizontalpodautoscalers,poddisruptionbudgets,serviceaccounts'
    const left = await context.kubectl('get', kinds, '--namespace=oper', '--output=name')
    assert.deepEqual(left.trim().split('\n'), ['serviceaccount/default'])
    return 'nothing left but the default ServiceAccount'
  },
}

export const destroyRest: Proof = {
  name: 'destroy of access and state: nothing is left in the cluster and in S3',
  async prove(context) {
    const { administrator, tree, s3, buckets } = context
    await context.terraform(administrator, 'access', 'destroy', '-auto-approve')
    await context.initialise(administrator, 'state') // with --only, nothing has: its state would be an empty one
    const override = join(tree, '..', localState.path)
    writeFileSync(override, localState.text)
    await context.terraform(administrator, 'state', 'init', '-migrate-state', '-force-copy')
    await emptyBucket(context, buckets.state)
    const inputs = [...context.stateInputs, '-var=force_destroy=true']
    await context.terraform(administrator, 'state', 'destroy', '-auto-approve', ...inputs)
    rmSync(override)
    const { Buckets = [] } = await s3.send(new ListBucketsCommand())
    const left = Buckets.filter(({ Name }) => Name === buckets.state || Name === buckets.staging)
    assert.deepEqual(left, [])
    const namespaces = await context.kubectl('get', 'namespaces', '--output=name')
    assert.doesNotMatch(namespaces, /^namespace\/(oper|svc-terraform)$/m)
    return 'no bucket, no namespace'
  },
}

export const destroy = [destroyApp, verbs, destroyRest]
