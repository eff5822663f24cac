import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createListener } from 'node:net'
import t, { type Test } from 'tap'
import { onlyAws, setEnvironment } from './aws-environment.test-support.ts'
import { openS3 } from './s3.ts'

type Step =
  | number
  | [number, string]
  | { status: number; requestId?: string; date?: string }
  | 'reset'
  | 'silence'
  | 'page'

onlyAws({
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_EC2_METADATA_DISABLED: 'true',
})

/** A server that answers each PUT by the next step of the script, and repeats the last one. */
async function scripted(t: Test, script: Step[]) {
  const requests: IncomingMessage[] = []
  const server = createServer(async (request, response) => {
    requests.push(request)
    for await (const _ of request);
    play(script[Math.min(requests.length, script.length) - 1] as Step, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close().closeAllConnections())
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return requests
}

function play(step: Step, response: ServerResponse) {
  if (step === 'silence') return
  if (step === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  if (step === 'page') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>console</title>')
    return
  }
  if (typeof step === 'object' && 'status' in step) {
    const { requestId, date } = step
    response
      .writeHead(step.status, { ...(requestId && { 'x-amz-request-id': requestId }), ...(date && { date }) })
      .end()
    return
  }
  const [status, code] = typeof step === 'number' ? [step, ''] : step
  response.writeHead(status, { 'Content-Type': 'application/xml', ...(status === 200 && { ETag: '"a"' }) })
  response.end(code && `<?xml version="1.0"?><Error><Code>${code}</Code><Message>scripted</Message></Error>`)
}

const options = { bucket: 'my-staging', prefix: '', pathStyle: true, deadlineMs: 2000, warn: t.fail }
const storageFails = { message: 'storage fails', status: 503, headers: { 'Retry-After': '1' } }

const decided: [name: string, script: Step[], stored: boolean][] = [
  ['stored', [200], true],
  ['a key that exists', [[412, 'PreconditionFailed']], false],
  ['a key that exists, in words of other servers', [[409, 'FileAlreadyExists']], false],
  ['a key that exists, as MinIO once said', [{ status: 304, requestId: '1' }], false],
  ['stored, but the reply was lost', ['reset', [412, 'PreconditionFailed']], true],
  ['throttled, then stored', [[503, 'SlowDown'], [429, 'TooManyRequests'], 200], true],
  ['a conflict, then stored', [[409, 'ConditionalRequestConflict'], 200], true],
  ['a wrong clock, then stored', [[403, 'RequestTimeTooSkewed'], 200], true],
  ['a request timeout, then stored', [[400, 'RequestTimeout'], 200], true],
  ['throttled by STS in its own way, then stored', [[400, 'Throttling'], 200], true],
  ['silent to one attempt, then stored', ['silence', 200], true],
]

for (const [name, script, stored] of decided) {
  t.test(name, async t => {
    const requests = await scripted(t, script)
    t.equal(await (await openS3(options)).put('a.txt', '42'), stored)
    t.equal(requests.length, script.length)
    t.match(requests[0], { method: 'PUT', url: /^\/my-staging\/a\.txt/, headers: { 'if-none-match': '*' } })
  })
}

const refused: [number, string][] = [
  [403, 'SignatureDoesNotMatch'],
  [403, 'AccessDenied'],
  [404, 'NoSuchBucket'],
  [400, 'InvalidRequest'],
  [501, 'NotImplemented'],
  [301, 'PermanentRedirect'],
]

for (const [status, code] of refused) {
  t.test(`${code} is 502 at once`, async t => {
    const requests = await scripted(t, [[status, code]])
    await t.rejects((await openS3(options)).put('a.txt', '42'), { status: 502, cause: { name: code } })
    t.equal(requests.length, 1)
  })
}

const failing: [name: string, script: Step[], cause: object][] = [
  ['throttled until the deadline', [[503, 'SlowDown']], { name: 'SlowDown' }],
  ['silent until the deadline', ['silence'], { message: 'no answer within 1000 ms' }],
  ['failing, then silent', [500, 'silence'], { $metadata: { httpStatusCode: 500 } }],
]

for (const [name, script, cause] of failing) {
  t.test(name, async t => {
    await scripted(t, script)
    const { put } = await openS3({ ...options, deadlineMs: 1000 })
    const start = performance.now()
    await t.rejects(put('a.txt', '42'), { ...storageFails, cause })
    t.comment(`gave up after ${Math.round(performance.now() - start)} ms of 1000`)
  })
}

t.test('nobody listening', async t => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise(resolve => server.close(resolve))
  await t.rejects((await openS3({ ...options, deadlineMs: 300 })).put('a.txt', '1'), storageFails)
})

t.test('a server that does not speak HTTP is 502 at once', async t => {
  const server = createListener(socket => socket.on('error', () => {}).end('SSH-2.0-server\r\n'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cause = { name: 'HTTPParserError' }
  await t.rejects((await openS3(options)).put('a.txt', '1'), { message: 'storage refuses', status: 502, cause })
})

t.test('keys begin with the prefix', async t => {
  const requests = await scripted(t, [200])
  const { prefix, put } = await openS3({ ...options, prefix: 'team/a' })
  t.equal(prefix, 'team/a/')
  t.equal(await put(`${prefix}a.txt`, '1'), true)
  t.match(requests[0]?.url, /^\/my-staging\/team\/a\/a\.txt/)
})

t.test('an upload costs one request on kept connections, with the headers that S3 needs', async t => {
  const requests = await scripted(t, [200])
  const { put, attempts } = await openS3(options)
  for (let count = 0; count < 9; count++) t.equal(await put(`${count}.txt`, '1'), true)
  t.equal(requests.length, 9)
  t.equal(attempts(), 9)
  // undici opens a second one where an upload begins just as another ends.
  t.ok(new Set(requests.map(({ socket }) => socket)).size <= 2)
  const names = [
    'host',
    'connection',
    'content-type',
    'if-none-match',
    'x-amz-date',
    'x-amz-content-sha256',
    'authorization',
    'content-length',
  ]
  t.strictSame(Object.keys(requests[2]?.headers ?? {}), names)
})

t.test('a prefix of any characters', async t => {
  const requests = await scripted(t, [200])
  const { prefix, put } = await openS3({ ...options, prefix: "a b/é+(1)!'*" })
  t.equal(await put(`${prefix}a.txt`, '1'), true)
  t.equal(requests[0]?.url, '/my-staging/a%20b/%C3%A9%2B%281%29%21%27%2A/a.txt')
})

t.test('a clock that is wrong is set by that of S3', async t => {
  const server = new Date('2001-02-03T04:05:06Z')
  const requests = await scripted(t, [{ status: 403, date: server.toUTCString() }, 200])
  const { put } = await openS3(options)
  await t.rejects(put('a.txt', '1'), { status: 502, message: 'storage refuses' })
  t.equal(await put('a.txt', '1'), true)
  t.match(requests[1]?.headers['x-amz-date'], /^20010203T0405/)
})

t.test('a bucket in a folder of its server, whose path ends with a slash', async t => {
  const requests = await scripted(t, [200])
  process.env.AWS_ENDPOINT_URL_S3 += '/s3/'
  t.equal(await (await openS3(options)).put('a.txt', '1'), true)
  t.equal(requests[0]?.url, '/s3/my-staging/a.txt')
})

t.test('a bucket of S3 Express does not open', async t => {
  setEnvironment(t, { AWS_ENDPOINT_URL_S3: undefined })
  const express = openS3({ ...options, bucket: 'a--usw2-az1--x-s3', pathStyle: false })
  await t.rejects(express, { message: /wants sigv4-s3express signatures/ })
})

t.test('a page instead of the answer of S3 is 502 at once', async t => {
  const requests = await scripted(t, ['page'])
  const cause = { message: /no ETag.*AWS_ENDPOINT_URL_S3/ }
  await t.rejects((await openS3(options)).put('a.txt', '1'), { message: 'storage refuses', status: 502, cause })
  t.equal(requests.length, 1)
})

for (const status of [412, 304])
  t.test(`${status} without a word of S3 is 502: a proxy may say that, too`, async t => {
    await scripted(t, [{ status }])
    await t.rejects((await openS3(options)).put('a.txt', '1'), { status: 502, message: 'storage refuses' })
  })

t.test('an expired session that nobody renews is 502 at once', async t => {
  const requests = await scripted(t, [[400, 'ExpiredToken']])
  await t.rejects((await openS3(options)).put('a.txt', '1'), { status: 502, cause: { name: 'ExpiredToken' } })
  t.equal(requests.length, 1)
})

t.test('without a region it does not open', async t => {
  setEnvironment(t, { AWS_REGION: undefined, AWS_DEFAULT_REGION: 'eu-west-1' })
  await t.rejects(openS3(options), { message: /Region is missing: set AWS_REGION \(AWS_DEFAULT_REGION is not read\)/ })
})
