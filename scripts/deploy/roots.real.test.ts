import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { bucketNames, objectKeys } from '../system/objects.ts'
import { openAws } from '../terraform/test-support/providers.test-support.ts'
import { openRoots } from './roots.ts'
import type { Target } from './target.ts'

const { signal } = new AbortController()
const { skip, env: settings } = await openAws(t, ['aws'], { AWS_REGION: 'eu-west-1' })

t.test('an interrupted deploy is repeated, and so is an interrupted removal', { skip }, async t => {
  Object.assign(process.env, settings)
  const s3 = new S3Client({ forcePathStyle: true })
  const target: Target = {
    environment: 'e2e',
    folder: t.testdir({}),
    kubectlProgram: 'none',
    kubeconfig: 'none',
    buckets: { state: 'states', staging: 'uploads' },
    region: 'eu-west-1',
    s3,
    settings,
  }
  const roots = openRoots(target, signal)
  const localFile = join(roots.tree, 'state/terraform.tfstate')

  await t.test('the state of state moves into the bucket it made', async t => {
    t.same(await roots.toDestroy(), [])
    t.match(await roots.applyState(), 'Apply complete!')
    t.same(await objectKeys(s3, 'states'), ['state/terraform.tfstate'])
    t.notOk(existsSync(localFile))
    t.match(await roots.applyState(), 'Resources: 0 added, 0 changed, 0 destroyed')
  })

  await t.test('interrupted while its state is local, both directions go on from there', async t => {
    // The first thing that a removal asks of S3 is to list what the bucket has.
    const failing = Object.assign(new S3Client({}), { send: () => Promise.reject(new Error('interrupted')) })
    await t.rejects(openRoots({ ...target, s3: failing }, signal).destroyState(), { message: 'interrupted' })
    t.ok(existsSync(localFile))
    t.match(
      (await roots.toDestroy()).map(([root]) => root),
      ['state'],
    )
    t.match(await roots.applyState(), 'Resources: 0 added, 0 changed, 0 destroyed')
    t.notOk(existsSync(localFile))

    await t.rejects(openRoots({ ...target, s3: failing }, signal).destroyState(), { message: 'interrupted' })
    t.match(await roots.destroyState(), 'Destroy complete!')
    t.same(await bucketNames(s3), [])
    t.same(await roots.toDestroy(), [])
  })
})
