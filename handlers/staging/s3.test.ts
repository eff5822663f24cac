import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { openS3 } from './s3.ts'

type Step = number | [number, string] | 'reset' | 'silence'

// No AWS settings of this machine.
Object.assign(process.env, {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
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
  const [status, code] = typeof step === 'number' ? [step, ''] : step
  response.writeHead(status, { 'Content-Type': 'application/xml' })
  response.end(code && `<?xml version="1.0"?><Error><Code>${code}</Code><Message>scripted</Message></Error>`)
}

const options = { bucket: 'my-staging', prefix: '', pathStyle: true, deadlineMs: 2000 }
const storageFails = { message: 'storage fails', status: 503, headers: { 'Retry-After': '1' } }

const decided: [name: string, script: Step[], stored: boolean][] = [
  ['stored', [200], true],
  ['a key that exists', [[412, 'PreconditionFailed']], false],
  ['stored, but the reply was lost', ['reset', [412, 'PreconditionFailed']], true],
  ['throttled, then stored', [[503, 'SlowDown'], [429, 'TooManyRequests'], 200], true],
  ['a conflict, then stored', [[409, 'ConditionalRequestConflict'], 200], true],
  ['a wrong clock, then stored', [[403, 'RequestTimeTooSkewed'], 200], true],
  ['a request timeout, then stored', [[400, 'RequestTimeout'], 200], true],
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

t.test('keys begin with the prefix', async t => {
  const requests = await scripted(t, [200])
  const { prefix, put } = await openS3({ ...options, prefix: 'team/a' })
  t.equal(prefix, 'team/a/')
  t.equal(await put(`${prefix}a.txt`, '1'), true)
  t.match(requests[0]?.url, /^\/my-staging\/team\/a\/a\.txt/)
})

t.test('no credentials: 502', async t => {
  await scripted(t, [200])
  unset(t, 'AWS_ACCESS_KEY_ID')
  await t.rejects((await openS3(options)).put('a.txt', '1'), {
    status: 502,
    cause: { name: 'CredentialsProviderError' },
  })
})

t.test('a missing token file: 502', async t => {
  await scripted(t, [200])
  unset(t, 'AWS_ACCESS_KEY_ID')
  const identity = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x', AWS_WEB_IDENTITY_TOKEN_FILE: 'no-such-file' }
  Object.assign(process.env, identity)
  t.teardown(() => {
    for (const name of Object.keys(identity)) delete process.env[name]
  })
  await t.rejects((await openS3(options)).put('a.txt', '1'), { message: 'storage refuses', status: 502 })
})

t.test('without a region it does not open', async t => {
  unset(t, 'AWS_REGION')
  await t.rejects(openS3(options), { message: /Region is missing/ })
})

function unset(t: Test, name: string) {
  const value = process.env[name]
  delete process.env[name]
  t.teardown(() => Object.assign(process.env, { [name]: value }))
}
