import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, createReadStream, existsSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { limits } from './handlers/http/limits.ts'
import { type Client, dial, get, request } from './handlers/http/raw-client.test-support.ts'
import manifest from './package.json' with { type: 'json' }
import {
  body,
  messages,
  noAws,
  noTerminal,
  post,
  run,
  runAtTerminal,
  runInto,
  s3At,
  s3StandIn,
  silentServer,
  slowConfig,
} from './server.test-support.ts'

// It takes the ten seconds that a request may take; the other tests run meanwhile.
const unanswered = stopUnanswered(t)

t.test('start, serve, SIGINT', async t => {
  const { child, dial, logged, ended, port, folder, stored } = run(t, { DRAIN_MS: '60000', LOG_LEVEL: 'debug' })
  await logged(/^ready$/)
  const client = await dial()
  const traced = request('GET /api/health', `traceparent: 00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`)
  t.strictSame(body(await client.ask(traced)), { status: 'ok' })
  t.strictSame(body(await client.ask(get('/api/ready'))), { status: 'ready' })
  t.strictSame(body(await client.ask(get('/api/mirror?word=fOoBar25'))), { transformed: '47RAbOoF' })
  t.match(body(await client.ask(get('/api/openapi.json'))), { openapi: /^3\.1/ })
  t.equal((await client.ask(get('//'))).status, 404)
  const { key } = body(await client.ask(post))
  t.strictSame(stored(), [key])
  t.match(readFileSync(join(folder, 'staging', key), 'utf8'), /^\d{1,4}$/)

  const [silent, half] = [await dial(), await dial()]
  half.send('POST /api/upl')
  // Once this is answered, the process has accepted those two connections.
  t.equal((await client.ask(get('/api/health'))).status, 200)
  child.kill('SIGINT')
  const { code, stderr, lines } = await ended
  t.equal(code, 0)
  t.equal(stderr, '')
  for (const other of [client, silent, half]) t.strictSame(await other.ended(), { end: 'closed', unread: '' })
  t.strictSame(messages(lines), [
    `listening on http://127.0.0.1:${await port}, uploads go to file:${folder}/staging`,
    'ready',
    ...Array(7).fill('request'),
    'stopping, after another 0 ms of serving',
    'stopped',
  ])
  t.match(lines[2], { level: 'debug', method: 'GET', url: '/api/health', status: 200, ms: Number, trace_id: /^a{32}$/ })
  t.notOk('trace_id' in lines[3])
  t.match(lines.at(-2), { level: 'info', signal: 'SIGINT' })
})

t.test('wrong environment', async t => {
  const { ended } = run(t, { PORT: '99999', STAGING: '', DRAIN_MS: '-1', LOG_LEVEL: 'loud' })
  const { code, stdout, stderr } = await ended
  t.equal(code, 1)
  t.equal(stdout, '')
  const problems = stderr.trimEnd().split('\n')
  t.match(problems, [/^PORT: "99999"/, /^STAGING: not set/, /^DRAIN_MS: "-1"/, /^LOG_LEVEL: "loud"/])
  t.equal(problems.length, 4)
})

t.test('port taken', async t => {
  const { port } = await silentServer(t)
  const { code, stderr, lines } = await run(t, { PORT: String(port) }).ended
  t.equal(code, 1)
  t.equal(stderr, '')
  t.match(lines, [{ level: 'fatal', msg: new RegExp(`^cannot listen on http://127.0.0.1:${port}: .*EADDRINUSE`) }])
  t.equal(lines.length, 1)
  t.notOk('stack' in lines[0] || 'err' in lines[0])
})

t.test('metrics: on a port of their own, until the last request is answered', async t => {
  const { port } = await silentServer(t)
  const taken = run(t, { METRICS_PORT: String(port) })
  t.match(await taken.ended, { code: 1, stderr: '' })
  t.match(messages((await taken.ended).lines), [
    new RegExp(`^cannot offer metrics on http://127.0.0.1:${port}: .*EADDRINUSE.*; see HOST and METRICS_PORT$`),
  ])

  const storage = await silentServer(t)
  const service = run(t, { ...s3At(storage.port), METRICS_PORT: '0', DRAIN_MS: '0', UPLOAD_DEADLINE_MS: '1000' })
  await service.logged(/^ready$/)
  t.match(messages([await service.logged(/^metrics/)]), [/^metrics are at http:\/\/127.0.0.1:\d+\/metrics$/])
  const url = (await service.logged(/^metrics/)).msg.replace('metrics are at ', '')
  const scrape = async () => (await fetch(`${url}?from=test`)).text()
  const [client, other] = [await service.dial(), await service.dial()]
  t.equal((await other.ask(get('/metrics'))).status, 404, 'not where clients are served')
  t.equal((await fetch(url.replace('/metrics', '/'))).status, 404)
  t.equal((await fetch(url)).headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8')
  const greedy = await dial(Number(new URL(url).port))
  greedy.send(get('/metrics').repeat(100) + request('GET /metrics', 'Connection: close'))
  const { unread } = await greedy.ended()
  t.equal(unread.match(/^build_info/gm)?.length, 1, 'one scrape a connection')
  // From here on, all has to happen within the deadline of the upload.
  client.send(post)
  await once(storage.server, 'connection')
  t.match(await scrape(), /\nhttp_server_active_requests 1\n/)
  service.child.kill('SIGTERM')
  await service.logged(/^stopping/)
  t.match(await scrape(), /\nhttp_server_active_requests 1\n/, 'while the last request is being answered')
  t.equal((await client.next()).status, 503)
  const text = await scrape().catch(() => undefined)
  if (text) t.match(text, /\nuploads_total\{outcome="failed"\} 1\n/)
  t.match(await service.ended, { code: 0, stderr: '' })
})

t.test('SIGTERM while the look-up of HOST hangs, before metrics are open', async t => {
  const hangs = `import dns from 'node:dns'; dns.lookup = () => process.kill(process.pid, 'SIGTERM') && setInterval(() => {}, 1000)`
  const command: [string, ...string[]] = [process.execPath, '--import', `data:text/javascript,${hangs}`, 'server.ts']
  const { ended } = run(t, { HOST: 'some-name', METRICS_PORT: '0', DRAIN_MS: '0' }, { command })
  const { code, stderr, lines } = await ended
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.match(messages(lines), [/^stopping/, /^stopped$/])
})

t.test('S3 without a region', async t => {
  const { code, stderr, lines } = await run(t, { ...noAws, STAGING: 's3://bucket/prefix' }).ended
  t.equal(code, 1)
  t.equal(stderr, '')
  t.match(messages(lines), [/^listening/, /^cannot upload to s3:\/\/bucket\/prefix: .*region/i])
  t.equal(lines.length, 2)
})

t.test('an address of another machine', async t => {
  const { code, lines } = await run(t, { HOST: '192.0.2.1' }).ended
  t.equal(code, 1)
  t.match(messages(lines), [/^cannot listen on http:\/\/192\.0\.2\.1:0: /])
})

const kernelBacklog = '/proc/sys/net/core/somaxconn'
const noBacklog =
  !(existsSync(kernelBacklog) && Number(readFileSync(kernelBacklog, 'utf8')) >= 1000) &&
  `${kernelBacklog} is not 1000 or more`

t.test('a thousand connections at once, while the process is busy', { skip: noBacklog }, async t => {
  const { child, dial, logged } = run(t, {})
  await logged(/^ready$/)
  const stopped = () => / T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))
  child.kill('SIGSTOP')
  while (!stopped()) await new Promise(setImmediate)
  const clients = await Promise.all(Array.from({ length: 1000 }, dial))
  child.kill('SIGCONT')
  t.equal((await (clients.at(-1) as Client).ask(get('/api/health'))).status, 200)
  for (const { socket } of clients) socket.destroy()
})

t.test('the limits of the environment, while S3 is silent', async t => {
  const silent = await silentServer(t)
  const { dial, logged } = run(t, { ...s3At(silent.port), MAX_IN_FLIGHT: '1', UPLOAD_DEADLINE_MS: '1500' })
  await logged(/^ready$/)
  const [uploader, other] = [await dial(), await dial()]
  const upload = uploader.ask(post)
  await once(silent.server, 'connection')
  t.match(await other.ask(get('/api/mirror?word=a')), { status: 503, headers: { 'retry-after': '1' } })
  t.match(await other.ask(get('/api/health')), { status: 200 })
  t.match(await other.ask(get('/api/ready')), { status: 200 })
  t.match(await upload, { status: 503, headers: { 'retry-after': '1' } })
  t.match((await logged(/^storage fails$/)).err.message, 'no answer within 1500 ms')
})

t.test(
  'stuck while nothing can be uploaded because look-ups of credentials hang; ready again when they end',
  async t => {
    const folder = t.testdir({ 'aws-config': '[default]\ncredential_process = sleep 5\n' })
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...s3 } = s3At((await silentServer(t)).port)
    const own = { ...s3, AWS_CONFIG_FILE: join(folder, 'aws-config'), UPLOAD_DEADLINE_MS: '40' }
    const { child, dial, logged, ended } = run(t, { ...own, DRAIN_MS: '0' }, { folder })
    await logged(/^ready$/)
    const client = await dial()
    while ((await client.ask(get('/api/ready'))).status === 200) t.equal((await client.ask(post)).status, 503)
    t.strictSame(body(await client.ask(get('/api/ready'))), { status: 'stuck' })
    t.equal((await client.ask(get('/api/health'))).status, 200)
    t.equal((await logged(/hang: no more begin/)).level, 'warn')
    while ((await client.ask(get('/api/ready'))).status !== 200) await sleep(50)
    child.kill('SIGTERM')
    t.equal((await ended).code, 0)
  },
)

const nodeFirst = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` }

t.test('npm start says what to do where Node cannot run TypeScript', async t => {
  const [, code = ''] = /^node -e "(.*)"$/.exec(manifest.scripts.prestart) ?? []
  /** Runs the check on a Node with these features. */
  const check = (typescript: string | undefined) => {
    const said: unknown[] = []
    const exit = (code: number) => said.push(code)
    new Function('process', 'console', code)(
      { features: { typescript }, exit },
      { error: (text: string) => void said.push(text) },
    )
    return said
  }
  t.strictSame(check('strip'), [])
  t.match(check(undefined), [/needs Node 24.*npm ci without --ignore-scripts/, 1])
})

const noBash = spawnSync('bash', ['-c', 'true']).error && 'bash is not on PATH'

t.test('npm start stops well on Ctrl-C, which npm sends to its child once more', { skip: noBash }, async t => {
  const silent = await silentServer(t)
  const own = { ...nodeFirst, ...s3At(silent.port), UPLOAD_DEADLINE_MS: '1000' }
  // On many machines npm's shell is bash. It replaces itself by a command that stands alone.
  const { child, dial, logged, ended } = run(t, own, { command: ['bash', '-c', manifest.scripts.start] })
  await logged(/^ready$/)
  const upload = (await dial()).ask(post)
  await once(silent.server, 'connection')
  process.kill(-(child.pid as number), 'SIGINT')
  await logged(/^stopping/)
  child.kill('SIGINT')
  t.equal((await upload).status, 503)
  const { code, lines } = await ended
  t.equal(code, 0)
  t.match(lines.at(-1), { msg: 'stopped' })
})

t.test('npm start at a terminal logs text for people', { skip: noTerminal }, async t => {
  const { output, type, ended } = runAtTerminal(t, manifest.scripts.start, nodeFirst)
  t.match(await output(/ready/), /^\[[\d:.]+\] .*INFO.*: .*listening on http:\S+, uploads go to file:/)
  type('\x03')
  t.match(await output(/stopped/), /signal.*: "SIGINT"/)
  t.equal(await ended, 0)
})

t.test('starting, until the S3 client is loaded', async t => {
  const { puts, port } = await s3StandIn(t)
  const folder = t.testdir()
  const config = slowConfig(folder)
  const own = { ...config.variables, AWS_ENDPOINT_URL_S3: s3At(port).AWS_ENDPOINT_URL_S3 }
  const { child, dial, logged, ended } = run(t, own, { folder })
  const [probe, client] = [await dial(), await dial()]
  const starting = await probe.ask(get('/api/ready'))
  t.equal(starting.status, 503)
  t.strictSame(body(starting), { status: 'starting' })
  t.equal((await probe.ask(get('/api/health'))).status, 200)
  client.send(post)
  child.kill('SIGTERM')
  await logged(/^stopping/)
  const draining = await probe.ask(get('/api/ready'))
  t.strictSame(body(draining), { status: 'draining' })
  config.write()
  const answer = await client.next()
  t.equal(answer.status, 200)
  t.strictSame(puts, [`PUT /bucket/${body(answer).key}`])
  t.match(body(answer).key, /^prefix\/[-0-9a-f]{36}\.txt$/)
  const { code, lines } = await ended
  t.equal(code, 0)
  t.match(messages(lines), [/^listening/, /^stopping/, /^stopped$/], 'never ready once it is stopping')
  t.equal(lines.length, 3)
})

t.test('SIGTERM drains', async t => {
  const { child, dial, logged, ended } = run(t, { DRAIN_MS: '1500' })
  await logged(/^ready$/)
  const [idle, client] = [await dial(), await dial()]
  t.equal((await idle.ask(get('/api/ready'))).status, 200)
  child.kill('SIGTERM')
  const start = performance.now()
  await logged(/^stopping/)
  const answer = await client.ask(get('/api/ready'))
  t.equal(answer.status, 503)
  t.strictSame(body(answer), { status: 'draining' })
  t.equal(answer.headers.connection, 'close')
  t.match(await (await dial()).ask(post), { status: 200, headers: { connection: 'close' } }, 'on a new connection, too')
  t.match(await idle.ask(get('/api/health')), { status: 200, headers: { connection: 'close' } })
  const { code, lines } = await ended
  t.equal(code, 0)
  t.ok(performance.now() - start > 1450, 'not earlier')
  t.match(messages(lines), [/^listening/, /^ready$/, /^stopping, after another 1500 ms of serving$/, /^stopped$/])
})

t.test('second signal', async t => {
  for (const [first, second, expected] of [
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
  ] as const) {
    const { child, logged, ended } = run(t, { ...s3At(9), DRAIN_MS: '60000' })
    await logged(/^ready$/)
    child.kill(first)
    await logged(/^stopping/)
    child.kill(second)
    t.equal((await ended).code, expected, `${first}, ${second}`)
  }
})

for (const [time, signal] of (['SIGTERM', 'SIGTERM', 'SIGTERM', 'SIGINT'] as const).entries()) {
  t.test(`${signal} while 20 clients upload without a pause (${time + 1})`, async t => {
    const { child, dial, logged, ended, stored } = run(t, { DRAIN_MS: '300' })
    await logged(/^ready$/)
    const keys: string[] = []
    const faults: string[] = []

    /** Uploads over one connection after another, until nobody listens. */
    async function upload(): Promise<void> {
      for (;;) {
        let client: Client
        try {
          client = await dial()
        } catch {
          return
        }
        for (let first = true; ; first = false) {
          try {
            const { status, headers, text } = await client.ask(post)
            if (status === 200) keys.push(JSON.parse(text).key)
            else faults.push(`${status} ${text}`)
            if (headers.connection === 'close') break
          } catch (error) {
            // A connection that still waited for accept() when the listener closed is reset.
            if (first) return
            faults.push(String(error))
            return
          }
        }
      }
    }

    const clients = Array.from({ length: 20 }, upload)
    while (keys.length < 100) await new Promise(setImmediate)
    child.kill(signal)
    await logged(/^stopping/)
    const inTime = keys.length
    await Promise.all(clients)
    const { code, lines, stderr } = await ended
    t.equal(code, 0)
    t.equal(stderr, '')
    t.equal(messages(lines).at(-1), 'stopped')
    t.strictSame(faults, [])
    t.ok(keys.length > inTime, 'uploads go on while it stops')
    t.equal(new Set(keys).size, keys.length, 'no key twice')
    const objects = new Set(stored())
    t.strictSame(
      keys.filter(key => !objects.has(key)),
      [],
      'every answered upload is stored',
    )
    t.equal([...objects].filter(name => !/^[-0-9a-f]{36}\.txt$/.test(name)).length, 0, 'and nothing else')
  })
}

async function stopUnanswered(t: Test) {
  const folder = t.testdir()
  const config = slowConfig(folder)
  const { child, dial, logged, ended } = run(t, { ...config.variables, UPLOAD_DEADLINE_MS: '1' }, { folder })
  const client = await dial()
  await client.ask(get('/api/health'))
  client.send(post)
  child.kill('SIGINT')
  const start = performance.now()
  await logged(/^stopped/)
  const took = performance.now() - start
  // A thread still reads that pipe, and the process ends all the same.
  return { ...(await ended), took, client: await client.ended() }
}

/** Runs it and returns how many ms it took. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

const noFull = !existsSync('/dev/full') && 'there is no /dev/full'

t.test('standard output on a full disk: answers, and stops', { skip: noFull }, async t => {
  const own = { STAGING: 'file:/proc/x', LOG_LEVEL: 'debug' }
  const { child, client, ended } = await runInto(t, openSync('/dev/full', 'w'), own)
  for (let count = 0; count < 20; count++) t.equal((await client.ask(post)).status, 502)
  t.equal((await client.ask(get('/api/health'))).status, 200)
  child.kill('SIGTERM')
  const ms = await timed(async () => t.match(await ended, { code: 0, stderr: '' }))
  t.ok(ms < 3000, `${ms} ms`)
})

t.test('standard output is a pipe that nobody reads: answers, counts what is lost, and stops', async t => {
  const folder = t.testdir()
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const both = openSync(pipe, 'r+')
  t.teardown(() => closeSync(both))
  const { child, client, ended } = await runInto(t, both, { LOG_LEVEL: 'debug' }, folder)
  const path = `/${'x'.repeat(10_000)}`
  for (let count = 0; count < 200; count++) t.equal((await client.ask(get(path))).status, 404)
  t.equal((await client.ask(get('/api/health'))).status, 200)

  let text = ''
  const reader = createReadStream(pipe, { fd: openSync(pipe, 'r'), autoClose: false, encoding: 'utf8' })
  reader.on('data', data => {
    text += data
  })
  while (!text.includes('lost"}\n')) await once(reader, 'data')
  const lines = () =>
    text
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line))
  const written = lines().filter(({ url }) => url === path).length
  const { level, lines: lost } = lines().find(({ msg }) => msg === 'lines of the log were lost')
  t.equal(level, 'warn')
  // Two more lines: that the service is ready, and the request for its health.
  t.ok(written > 100 && written + lost >= 200 && written + lost <= 202, `${written} written, ${lost} lost`)
  reader.pause()

  for (let count = 0; count < 200; count++) await client.ask(get(path))
  child.kill('SIGTERM')
  const ms = await timed(async () => t.match(await ended, { code: 0, stderr: '' }))
  t.ok(ms < 3000, `${ms} ms`)
  reader.destroy()
})

t.test('the reader of standard output is gone: answers, and stops', async t => {
  const { child, client, ended } = await runInto(t, 'pipe', { LOG_LEVEL: 'debug' })
  child.stdout?.destroy()
  for (let count = 0; count < 20; count++) t.equal((await client.ask(get('/api/health'))).status, 200)
  child.kill('SIGTERM')
  t.match(await ended, { code: 0, stderr: '' })
})

t.test('standard output is a file: the last line is there, though it stops at once', async t => {
  const { port } = await silentServer(t)
  const folder = t.testdir()
  const file = join(folder, 'log')
  const { child, ended } = await runInto(t, openSync(file, 'w'), {}, folder)
  child.kill('SIGTERM')
  t.match(await ended, { code: 0 })
  t.match(messages(readLines(file)), [/^listening/, /^ready$|^stopping/])
  t.equal(readLines(file).at(-1).msg, 'stopped')
  t.match(await (await runInto(t, openSync(file, 'w'), { PORT: String(port) }, folder)).ended, { code: 1 })
  t.match(messages(readLines(file)), [/^cannot listen/])
})

const readLines = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

t.test('stop with a request that is never answered', async t => {
  const { code, lines, took, client } = await unanswered
  t.equal(code, 0)
  t.ok(took >= limits.requestMs, `it waited ${took} ms`)
  t.match(lines.at(-1), { level: 'warn', msg: 'stopped, with requests unanswered' })
  t.equal(client.unread, '')
})
