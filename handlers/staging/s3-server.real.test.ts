import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { findVersitygw, startVersitygw } from '../../scripts/system/versitygw.ts'
import { onlyAws, setEnvironment } from './aws-environment.test-support.ts'
import { openS3 } from './s3.ts'

const found = await findVersitygw()

t.test('a real S3 server', { skip: 'reason' in found && found.reason }, async t => {
  const server = await startVersitygw('path' in found ? found.path : '')
  t.teardown(server.stop)
  const credentials = {
    AWS_ENDPOINT_URL_S3: server.endpoint,
    AWS_REGION: server.region,
    AWS_ACCESS_KEY_ID: server.accessKeyId,
    AWS_SECRET_ACCESS_KEY: server.secretAccessKey,
  }
  onlyAws(credentials)
  const client = new S3Client({ forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: 'my-staging' }))

  const options = { bucket: 'my-staging', prefix: 'team', pathStyle: true, deadlineMs: 10_000, warn: t.fail }
  const { prefix, put } = await openS3(options)
  const impatient = await openS3({ ...options, deadlineMs: 1000 })
  const text = async (key: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'my-staging', Key: key }))
    return Body?.transformToString()
  }

  t.test('stores a text under its key', async t => {
    t.equal(await put(`${prefix}a.txt`, '42'), true)
    t.equal(await text('team/a.txt'), '42')
  })

  t.test('a key that exists is left as it is', async t => {
    t.equal(await put(`${prefix}a.txt`, 'new'), false)
    t.equal(await text('team/a.txt'), '42')
  })

  t.test('of many writers of one key, one stores it', async t => {
    const stored = await Promise.all(Array.from({ length: 20 }, (_, n) => put('race.txt', String(n))))
    t.equal(stored.filter(Boolean).length, 1)
    t.equal(await text('race.txt'), String(stored.indexOf(true)))
  })

  t.test('a prefix of any characters', async t => {
    const odd = await openS3({ ...options, prefix: "a b/é+(1)!'*&=?#%41" })
    t.equal(await odd.put(`${odd.prefix}a.txt`, '7'), true)
    t.equal(await text("a b/é+(1)!'*&=?#%41/a.txt"), '7')
  })

  t.test('a missing bucket is 502', async t => {
    const missing = await openS3({ ...options, bucket: 'no-such-bucket' })
    await t.rejects(missing.put('a.txt', '1'), { status: 502, cause: { name: 'NoSuchBucket' } })
  })

  t.test('a wrong secret is 502', async t => {
    setEnvironment(t, { AWS_SECRET_ACCESS_KEY: 'wrong' })
    const stranger = await openS3(options)
    await t.rejects(stranger.put('a.txt', '1'), { status: 502, cause: { name: 'SignatureDoesNotMatch' } })
  })

  t.test('a server that stops answering is 503; uploads work again when it answers', async t => {
    await server.pause()
    await t.rejects(impatient.put('paused.txt', '1'), { message: 'storage fails', status: 503 })
    server.resume()
    t.equal(await put('resumed.txt', '2'), true)
    t.equal(await text('resumed.txt'), '2')
  })

  t.test('a server that is down is 503; uploads work again when it is back', async t => {
    await server.kill()
    await t.rejects(impatient.put('gone.txt', '1'), {
      message: 'storage fails',
      status: 503,
      cause: { code: 'ECONNREFUSED' },
    })
    await server.start()
    t.equal(await put('back.txt', '2'), true)
    t.equal(await text('back.txt'), '2')
  })

  t.test('a server that comes back within the deadline is a success', async t => {
    await server.kill()
    const stored = put('patient.txt', '3')
    await server.start()
    t.equal(await stored, true)
  })
})
