import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createListener } from 'node:net'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { type Client, dial, get, request } from './handlers/http/raw-client.test-support.ts'

const post = request('POST /api/upload-random')
const names = /^(PORT|HOST|STAGING|MAX_IN_FLIGHT|UPLOAD_DEADLINE_MS|DRAIN_MS|LOG_LEVEL|AWS_.*)$/
const others = Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.test(name)))

/** Runs the process with these variables, in a folder of its own, on loopback and a port of the system's choice. */
function run(t: Test, own: Record<string, string>, folder = t.testdir(), command = [process.execPath, 'server.ts']) {
  const env = { ...others, HOME: folder, HOST: '127.0.0.1', PORT: '0', STAGING: `file:${folder}/staging`, ...own }
  const [program = '', ...words] = command
  const child = spawn(program, words, { cwd: import.meta.dirname, env, detached: true })
  t.teardown(() => child.kill('SIGKILL'))
  const text = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', data => {
    text.stdout += data
  })
  child.stderr.setEncoding('utf8').on('data', data => {
    text.stderr += data
  })
  const lines = () =>
    text.stdout
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...text, lines: lines() }))
  /** Waits for the line of the log with this message. */
  const logged = async (message: RegExp) => {
    for (;;) {
      const line = lines().find(({ msg }) => message.test(msg))
      if (line) return line
      if (child.exitCode !== null) throw new Error(`ended without ${message}: ${text.stdout}${text.stderr}`)
      await Promise.race([once(child.stdout, 'data'), ended])
    }
  }
  const port = logged(/^listening/).then(({ msg }) => Number(/http:\/\/.*:(\d+),/.exec(msg)?.[1]))
  port.catch(() => {})
  const stored = () => readdirSync(join(folder, 'staging'))
  return { child, folder, logged, ended, stored, port, dial: async () => dial(await port) }
}

const noAws = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' }

/** A configuration of AWS that takes to read until somebody has written it: a named pipe. */
function slowConfig(folder: string) {
  const pipe = join(folder, 'aws-config')
  execFileSync('mkfifo', [pipe])
  const env = { ...noAws, AWS_CONFIG_FILE: pipe, STAGING: 's3://bucket/prefix?path-style', DRAIN_MS: '0' }
  return { env, write: () => writeFileSync(pipe, '[default]\nregion = eu-west-1\n') }
}

const messages = (lines: { msg: string }[]) => lines.map(({ msg }) => msg)
const body = (answer: { text: string }) => JSON.parse(answer.text)

// Takes the ten seconds that a request may take, while the others run.
const unanswered = stopUnanswered(t)

t.test('start, serve, SIGINT', async t => {
  const { child, dial, logged, ended, port, folder, stored } = run(t, { DRAIN_MS: '60000', LOG_LEVEL: 'debug' })
  await logged(/^ready$/)
  const client = await dial()
  t.strictSame(body(await client.ask(get('/api/health'))), { status: 'ok' })
  t.strictSame(body(await client.ask(get('/api/ready'))), { status: 'ready' })
  t.strictSame(body(await client.ask(get('/api/mirror?word=fOoBar25'))), { transformed: '47RAbOoF' })
  t.match(body(await client.ask(get('/api/openapi.json'))), { openapi: /^3\.1/ })
  t.equal((await client.ask(get('//'))).status, 404)
  const { key } = body(await client.ask(post))
  t.strictSame(stored(), [key])
  t.match(readFileSync(join(folder, 'staging', key), 'utf8'), /^\d{1,4}$/)

  const [silent, half] = [await dial(), await dial()]
  half.send('POST /api/upl')
  child.kill('SIGINT')
  const { code, stderr, lines } = await ended
  t.equal(code, 0)
  t.equal(stderr, '')
  for (const other of [client, silent, half]) t.strictSame(await other.ended(), { end: 'closed', unread: '' })
  t.strictSame(messages(lines), [
    `listening on http://127.0.0.1:${await port}, uploads go to file:${folder}/staging`,
    'ready',
    ...Array(6).fill('request'),
    'stopping, after another 0 ms of serving',
    'stopped',
  ])
  t.match(lines[2], { level: 'debug', method: 'GET', url: '/api/health', status: 200, ms: Number })
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
  const listener = createListener().listen(0, '127.0.0.1')
  t.teardown(() => listener.close())
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const { code, stderr, lines } = await run(t, { PORT: String(port) }).ended
  t.equal(code, 1)
  t.equal(stderr, '')
  t.match(lines, [{ level: 'fatal', msg: new RegExp(`^cannot listen on http://127.0.0.1:${port}: .*EADDRINUSE`) }])
  t.equal(lines.length, 1)
  t.notOk('stack' in lines[0] || 'err' in lines[0])
})

t.test('S3 without a region', async t => {
  const { code, stderr, lines } = await run(t, { ...noAws, STAGING: 's3://bucket/prefix' }).ended
  t.equal(code, 1)
  t.equal(stderr, '')
  t.match(messages(lines), [/^listening/, /^cannot upload to s3:\/\/bucket\/prefix: .*region/i])
  t.equal(lines.length, 2)
})

t.test('an address that is not of this machine', async t => {
  const { code, lines } = await run(t, { HOST: '192.0.2.1' }).ended
  t.equal(code, 1)
  t.match(messages(lines), [/^cannot listen on http:\/\/192\.0\.2\.1:0: /])
})

t.test('the limits of the environment, while S3 is silent', async t => {
  const silent = createListener().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  t.teardown(() => silent.close())
  const { dial, logged } = run(t, {
    ...noAws,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    STAGING: 's3://bucket?path-style',
    MAX_IN_FLIGHT: '1',
    UPLOAD_DEADLINE_MS: '500',
  })
  await logged(/^ready$/)
  const [uploader, other] = [await dial(), await dial()]
  const upload = uploader.ask(post)
  const [socket] = await once(silent, 'connection')
  t.teardown(() => socket.destroy())
  t.match(await other.ask(get('/api/mirror?word=a')), { status: 503, headers: { 'retry-after': '1' } })
  t.match(await other.ask(get('/api/health')), { status: 200 })
  t.match(await other.ask(get('/api/ready')), { status: 200 })
  t.match(await upload, { status: 503, headers: { 'retry-after': '1' } })
  t.match((await logged(/^storage fails$/)).err.message, 'no answer within 500 ms')
})

const noBash = spawnSync('bash', ['-c', 'true']).error && 'bash is not on PATH'

t.test('npm start stops well by the Ctrl-C that npm sends once more to its child', { skip: noBash }, async t => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'))
  const silent = createListener().listen(0, '127.0.0.1')
  t.teardown(() => silent.close())
  await once(silent, 'listening')
  const own = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    STAGING: 's3://bucket?path-style',
    UPLOAD_DEADLINE_MS: '1000',
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  }
  // bash is what npm runs it by on many machines; of a single command it becomes that command.
  const { child, dial, logged, ended } = run(t, own, t.testdir(), ['bash', '-c', scripts.start])
  await logged(/^ready$/)
  const upload = (await dial()).ask(post)
  const [socket] = await once(silent, 'connection')
  t.teardown(() => socket.destroy())
  process.kill(-(child.pid as number), 'SIGINT')
  await logged(/^stopping/)
  child.kill('SIGINT')
  t.equal((await upload).status, 503)
  const { code, lines } = await ended
  t.equal(code, 0)
  t.match(lines.at(-1), { msg: 'stopped' })
})

t.test('starting, until the S3 client is loaded', async t => {
  const puts: string[] = []
  const s3 = createServer((message, response) => {
    puts.push(`${message.method} ${message.url?.replace(/\?.*/, '')}`)
    message.resume().on('end', () => response.end())
  }).listen(0, '127.0.0.1')
  t.teardown(() => s3.close())
  await once(s3, 'listening')
  const folder = t.testdir()
  const config = slowConfig(folder)
  const own = {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(s3.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  }
  const { child, dial, logged, ended } = run(t, { ...config.env, ...own }, folder)
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
  t.match(messages(lines), [/^listening/, /^stopping/, /^stopped$/], 'not ready once it stops')
  t.equal(lines.length, 3)
})

t.test('SIGTERM drains', async t => {
  const { child, dial, logged, ended } = run(t, { DRAIN_MS: '500' })
  const [idle, client] = [await dial(), await dial()]
  t.equal((await idle.ask(get('/api/ready'))).status, 200)
  child.kill('SIGTERM')
  const start = performance.now()
  await logged(/^stopping/)
  const answer = await client.ask(get('/api/ready'))
  t.equal(answer.status, 503)
  t.strictSame(body(answer), { status: 'draining' })
  t.equal(answer.headers.connection, 'close')
  t.match(await (await dial()).ask(post), { status: 200, headers: { connection: 'close' } }, 'new connections too')
  t.match(await idle.ask(get('/api/health')), { status: 200, headers: { connection: 'close' } })
  const { code, lines } = await ended
  t.equal(code, 0)
  t.ok(performance.now() - start > 450, 'no sooner')
  t.match(messages(lines), [/^listening/, /^ready$/, /^stopping, after another 500 ms of serving$/, /^stopped$/])
})

t.test('second signal', async t => {
  for (const [first, second, expected] of [
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
  ] as const) {
    const { child, logged, ended } = run(t, { DRAIN_MS: '60000' })
    await logged(/^ready$/)
    child.kill(first)
    await logged(/^stopping/)
    child.kill(second)
    t.equal((await ended).code, expected, `${first}, ${second}`)
  }
})

for (const [time, signal] of (['SIGTERM', 'SIGTERM', 'SIGTERM', 'SIGINT'] as const).entries()) {
  t.test(`${signal} among 20 clients that upload without a pause (${time + 1})`, async t => {
    const { child, dial, logged, ended, stored } = run(t, { DRAIN_MS: '300' })
    await logged(/^ready$/)
    const keys: string[] = []
    const faults: string[] = []

    /** Uploads on one connection after the other, until nobody listens. */
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
            // In the queue of the listener when that closed, a connection has not reached the process.
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
  const { child, dial, logged, ended } = run(t, { ...config.env, UPLOAD_DEADLINE_MS: '1' }, folder)
  const client = await dial()
  client.send(post)
  child.kill('SIGINT')
  await logged(/^stopped/)
  // The process ends once its threads have.
  config.write()
  return { ...(await ended), client: await client.ended() }
}

t.test('stop with a request that nothing answers', async t => {
  const { code, lines, client } = await unanswered
  t.equal(code, 0)
  t.match(lines.at(-1), { level: 'warn', msg: 'stopped, with requests unanswered' })
  t.equal(client.unread, '')
})
