import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { onlyAws } from './aws-environment.test-support.ts'
import { openStaging, parseLocation } from './open-staging.ts'

t.test('a path is a directory', async t => {
  const path = t.testdir()
  const { put } = await openStaging(`file:${path}`, 5000)
  t.equal(await put('a.txt', '1'), true)
  t.ok(existsSync(join(path, 'a.txt')))
})

t.test('a folder that cannot be used is said at the start', async t => {
  const warnings: string[] = []
  await openStaging('file:/proc/x', 5000, message => warnings.push(message))
  t.match(warnings, [/^uploads may fail: ENOENT: .*\/proc\/x/])
})

t.test('what a process left that was killed just now is removed later', async t => {
  const left = '.0b9e3b4c-5f0a-4d11-8c34-1f1f2f3f4f5f.tmp'
  const path = t.testdir({ [left]: '' })
  await openStaging(`file:${path}`, 200)
  t.ok(existsSync(join(path, left)), 'it may be in use')
  while (existsSync(join(path, left))) await new Promise(setImmediate)
})

t.test('a bucket is S3', async t => {
  onlyAws({ AWS_REGION: 'eu-west-1' })
  const { prefix } = await openStaging('s3://my-staging/team', 5000)
  t.equal(prefix, 'team/')
})

const bucket = { bucket: 'my-staging', prefix: '', pathStyle: false }
const locations: [string, object][] = [
  ['file:./staging', { path: './staging' }],
  ['file:///var/staging', { path: '///var/staging' }],
  ['file:/var/with space?', { path: '/var/with space?' }],
  ['s3://my-staging', bucket],
  ['s3://my-staging/', bucket],
  ['s3://my-staging/a/b/', { ...bucket, prefix: 'a/b' }],
  ['s3://my-staging/a?path-style', { ...bucket, prefix: 'a', pathStyle: true }],
  ['s3://my-staging?path-style', { ...bucket, pathStyle: true }],
]
for (const [text, location] of locations) t.strictSame(parseLocation(text), location, text)

const faults: [string, RegExp][] = [
  ['', /expected file:PATH or s3:/],
  ['staging', /expected file:PATH/],
  ['file:', /expected file:PATH/],
  ['file://./staging', /expected file:PATH/],
  ['s3://', /"" is not a bucket name/],
  ['s3://My_Bucket/x', /"My_Bucket" is not a/],
  ['s3://ab', /"ab" is not a/],
  ['s3://my-staging?style=path', /only option is \?path-style, not \?style=path/],
]
for (const [text, message] of faults) t.throws(() => parseLocation(text), { message }, text || 'nothing')
