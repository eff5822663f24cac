import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { onlyAws } from './aws-environment.test-support.ts'
import { lookUpWithin } from './credentials.ts'
import { openS3 } from './s3.ts'

type Answer = (response: ServerResponse, count: number) => void

/** A server that counts its requests and notes its sockets. */
async function serve(t: Test, answer: Answer) {
  const sockets: Socket[] = []
  let requests = 0
  const server = createServer((request, response) => {
    const count = ++requests
    request.resume().on('end', () => answer(response, count))
  })
  server.on('connection', socket => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close().closeAllConnections())
  return { sockets, requests: () => requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

type Variables = Record<string, string>
type Options = { answer?: Answer; s3?: Answer; own?: Variables | ((url: string) => Variables); deadlineMs?: number }

/** Opens S3 with credentials from a server: an agent of EKS Pod Identity, unless other variables are given. */
async function open(t: Test, { answer = give, s3 = store, own = podIdentity, deadlineMs = 2000 }: Options = {}) {
  const [agent, storage] = [await serve(t, answer), await serve(t, s3)]
  const variables = typeof own === 'function' ? own(agent.url) : own
  onlyAws({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_S3: storage.url, ...variables })
  const { put, credentialsEnd } = await openS3({
    bucket: 'my-staging',
    prefix: '',
    pathStyle: true,
    deadlineMs,
    warn: t.comment,
  })
  return { put, credentialsEnd, agent, storage }
}

const podIdentity = (url: string) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/v1/credentials` })
const instance = (url: string) => ({ AWS_EC2_METADATA_SERVICE_ENDPOINT: url })
const inAnHour = new Date(Date.now() + 3_600_000)
const keys = (Expiration = inAnHour) =>
  JSON.stringify({ AccessKeyId: 'id', SecretAccessKey: 'secret', Token: 'token', Expiration })

const store: Answer = response => response.setHeader('ETag', '"a"').end()
const give: Answer = response => response.end(keys())
const silence: Answer = () => {}
const say = (status: number, text = '{}') => ((response, _) => response.writeHead(status).end(text)) as Answer
const firstThen = (first: Answer, then: Answer) =>
  ((response, count) => (count > 1 ? then : first)(response, count)) as Answer

const passes = { message: 'storage fails', status: 503, headers: { 'Retry-After': '1' } }
const stays = { message: 'storage refuses', status: 502 }

/** Runs it and returns how many ms it took. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

t.test('uploads at one time share one look-up', async t => {
  const { put, credentialsEnd, agent } = await open(t)
  t.equal(credentialsEnd?.(), undefined, 'before they are looked up')
  t.strictSame(await Promise.all(['a', 'b', 'c'].map(key => put(key, '1'))), [true, true, true])
  t.equal(agent.requests(), 1)
  // Within the second that the SDK drops.
  t.ok(Math.abs((credentialsEnd?.() as number) - inAnHour.getTime()) <= 1000)
})

t.test('an agent that never answers its first request costs no upload', async t => {
  const { put, agent } = await open(t, { answer: firstThen(silence, give), deadlineMs: 1000 })
  t.equal(await put('a', '1'), true)
  if (!agent.sockets[0]?.destroyed) await once(agent.sockets[0] as Socket, 'close')
  t.pass('its connection is closed')
})

t.test('an agent that never answers: each look-up ends, and leaves no connection', async t => {
  const { put, agent } = await open(t, { answer: silence, deadlineMs: 200 })
  for (let upload = 0; upload < 3; upload++) await t.rejects(put('a', '1'), passes)
  t.ok(agent.requests() > 3, 'each upload asks anew')
  for (const socket of agent.sockets) if (!socket.destroyed) await once(socket, 'close')
})

t.test('STS that never answers its first request costs no upload', async t => {
  const file = join(t.testdir(), 'token')
  writeFileSync(file, 'a token')
  const answer: Answer = response =>
    response
      .setHeader('Content-Type', 'text/xml')
      .end(`<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>id</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
      <SessionToken>token</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>
      </AssumeRoleWithWebIdentityResponse>`)
  const own = (url: string) => ({
    AWS_ENDPOINT_URL_STS: url,
    AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x',
    AWS_WEB_IDENTITY_TOKEN_FILE: file,
  })
  const { put, agent } = await open(t, { answer: firstThen(silence, answer), own })
  t.equal(await put('a', '1'), true)
  t.ok(agent.requests() > 1)
  if (!agent.sockets[0]?.destroyed) await once(agent.sockets[0] as Socket, 'close')
})

t.test('look-ups that nothing can end are counted, and no more begin', async t => {
  const hanging = [...Array(4)].map(() => Promise.withResolvers<never>())
  const warnings: string[] = []
  let begun = 0
  const { credentials, stuck } = lookUpWithin(
    5,
    () => () => hanging[begun++]?.promise ?? Promise.resolve({ accessKeyId: 'id', secretAccessKey: 'secret' }),
    message => warnings.push(message),
  )
  for (let count = 0; count < 4; count++) {
    t.notOk(stuck())
    await t.rejects(credentials(), { code: 'ETIMEDOUT' })
  }
  while (!stuck()) await new Promise(setImmediate)
  await t.rejects(credentials(), { code: 'EBUSY', message: '4 look-ups of credentials hang' })
  t.equal(begun, 4)
  hanging[3]?.reject(new Error('ended'))
  await new Promise(setImmediate)
  t.match(await credentials(), { accessKeyId: 'id' })
  t.strictSame(warnings, ['4 look-ups of credentials hang: no more begin until one of them ends'])
})

const failing: [name: string, options: Options][] = [
  ['an agent that answers 500', { answer: say(500) }],
  ['an agent that throttles', { answer: say(429) }],
  ['an agent that refuses connections', { own: () => podIdentity('http://127.0.0.1:9') }],
  ['an instance that never answers', { answer: silence, own: instance }],
  ['an instance that answers 500', { answer: say(500), own: instance }],
]
for (const [name, options] of failing)
  t.test(`${name} is 503`, async t => {
    const { put } = await open(t, { ...options, deadlineMs: 300 })
    t.ok((await timed(() => t.rejects(put('a', '1'), passes))) < 5000)
  })

const refused: [name: string, options: Options][] = [
  ['an agent that answers 403', { answer: say(403) }],
  ['an agent that answers 404', { answer: say(404) }],
  ['an agent that answers 412, which is no word on the object', { answer: say(412) }],
  ['an instance without a role', { answer: say(404), own: instance }],
  ['no credentials', { own: { AWS_EC2_METADATA_DISABLED: 'true' } }],
  ['a profile that does not exist', { own: { AWS_PROFILE: 'nobody', AWS_EC2_METADATA_DISABLED: 'true' } }],
  ['an address of the agent that is none', { own: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'agent' } }],
  ['a key id with a newline', { own: { AWS_ACCESS_KEY_ID: 'id\n', AWS_SECRET_ACCESS_KEY: 'secret' } }],
  [
    'a missing token file of a web identity',
    { own: { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x', AWS_WEB_IDENTITY_TOKEN_FILE: 'no-such-file' } },
  ],
  [
    'a missing token file of the agent',
    { own: url => ({ ...podIdentity(url), AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: 'no-such-file' }) },
  ],
]
for (const [name, options] of refused)
  t.test(`${name} is 502 at once`, async t => {
    const { put } = await open(t, { ...options, deadlineMs: 10_000 })
    t.ok((await timed(() => t.rejects(put('a', '1'), stays))) < 5000)
  })

t.test('a session that has expired is renewed', async t => {
  const answer: Answer = (response, count) => response.end(keys(count > 1 ? undefined : new Date(Date.now() + 600_000)))
  const expired = '<Error><Code>ExpiredToken</Code><Message>scripted</Message></Error>'
  const { put, agent } = await open(t, { answer, s3: firstThen(say(400, expired), store) })
  t.equal(await put('a', '1'), true)
  t.equal(agent.requests(), 2)
})
