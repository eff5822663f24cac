import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openStaging } from './staging.ts'

t.test('a path is a directory', async t => {
  const path = t.testdir()
  const { put } = await openStaging({ path }, 100)
  t.equal(await put('a.txt', '1'), true)
  t.ok(existsSync(join(path, 'a.txt')))
})

t.test('a bucket is S3', async t => {
  process.env.AWS_REGION = 'eu-west-1'
  const { prefix } = await openStaging({ bucket: 'my-staging', prefix: 'team', pathStyle: false }, 100)
  t.equal(prefix, 'team/')
})
