import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createServer } from 'node:tls'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { startServer, startService } from '../contract/servers.test-support.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url))

async function smoke(...words: string[]) {
  const child = spawn(process.execPath, ['scripts/smoke.ts', ...words], { cwd })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { code, said }
}

t.test('the service passes, and each request has its time', async t => {
  const { code, said } = await smoke(await startService(t))
  t.equal(code, 0, said)
  t.match(said, /\d+ ms {2}GET \/api\/mirror\?word=abcABC123987 is 200\n/)
  t.match(said, /\d+ ms {2}HEAD \/api\/health is 200\n/)
  t.match(said, /\d+ ms {2}GET \/api\/upload-random is 405\n/)
  t.match(said, /\d+ ms {2}GET \/api\/mirror is 400\n/)
  t.match(said, /\d+ ms {2}GET \/api\/nowhere is 404\n/)
  t.match(said, /^[1-9]\d* requests, 0 with a wrong reply; average response time: \d+ ms$/m)
  t.notMatch(said, 'wrong:')
})

t.test('another server fails, and what is wrong is named', async t => {
  const url = await startServer(t, ({ url, method }, response) => {
    if (url === '/api/ready') return response.destroy()
    if (url === '/api/nowhere') return response.writeHead(404).end('not JSON')
    if (url === '/api/openapi.json') return response.end('{"openapi":"3.0.0"}')
    if (url === '/api/mirror?word=abcABC123987') return response.end('{"transformed":"other"}')
    if (method === 'POST' && url === '/api/health') response.statusCode = 405
    return response.end('{"status":"fine"}')
  })
  const { code, said } = await smoke(url)
  t.equal(code, 1)
  t.match(said, /GET \/api\/health is 200\n +wrong: status must be "ok"\n/)
  t.match(said, /POST \/api\/health is 405\n +wrong: there is no Allow header\n +wrong: type is missing\n/)
  t.match(said, /GET \/api\/ready is 200\n +wrong: ECONNRESET\n/)
  t.match(said, /GET \/api\/openapi.json is 200\n +wrong: openapi must match \^3\\\.1\\\.\n/)
  t.match(said, 'wrong: the body is {"transformed":"other"}, not {"transformed":"210678cbaCBA"}\n')
  t.match(said, /GET \/api\/mirror is 400\n +wrong: the status is 200 OK\n/)
  t.match(said, /GET \/api\/nowhere is 404\n +wrong: the body is not JSON: not JSON\n/)
  t.match(said, new RegExp(`smoke: ${url} does not answer as it should`))
})

const skip = spawnSync('openssl', ['version']).error ? 'there is no openssl' : false

t.test('https, at a load balancer to which no DNS leads yet', { skip }, async t => {
  const service = new URL(await startService(t))
  const [key, cert] = [join(t.testdirName, 'key'), join(t.testdirName, 'cert')]
  const curve = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
  const request = `req -x509 ${curve} -subj /CN=test -addext subjectAltName=DNS:service.example.test`.split(' ')
  spawnSync('openssl', [...request, '-keyout', key, '-out', cert])
  t.intercept(process, 'env', { value: { ...process.env, NODE_EXTRA_CA_CERTS: cert } })
  // Ends TLS, as an NLB does.
  const balancer = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, socket => {
    const pod = connect(Number(service.port), service.hostname).on('error', () => socket.destroy())
    socket
      .on('error', () => pod.destroy())
      .pipe(pod)
      .pipe(socket)
  }).listen(0, '127.0.0.1')
  t.teardown(() => balancer.close())
  await once(balancer, 'listening')
  const { port } = balancer.address() as AddressInfo
  const given = await smoke(`https://service.example.test:${port}`, '--connect', '127.0.0.1')
  t.equal(given.code, 0, given.said)
  t.match(given.said, `asks https://service.example.test:${port} at 127.0.0.1\n`)
  t.match(await smoke(`https://service.example.test:${port}`, '--wait', '0'), {
    code: 1,
    said: /after 0 s: (ENOTFOUND|EAI_AGAIN)/,
  })
  const other = await smoke(`https://other.example.test:${port}`, '--connect', '127.0.0.1', '--wait', '0')
  t.match(other, { code: 1, said: 'after 0 s: ERR_TLS_CERT_ALTNAME_INVALID' }, 'the certificate has to match')
})

t.test('a redirect is not followed', async t => {
  const { code, said } = await smoke(
    await startServer(t, (_, response) => response.writeHead(308, { location: '/' }).end()),
  )
  t.equal(code, 1)
  t.match(said, 'wrong: the status is 308 Permanent Redirect\n')
})

t.test('wrong options, and nothing that answers', async t => {
  const cases: [words: string[], code: number, said: RegExp][] = [
    [[], 2, /"" is not one origin, such as http:\/\/localhost:4545\n.*--help/],
    [['localhost:4545'], 2, /"localhost:4545" is not one origin/],
    [['http://localhost:4545/api/health'], 2, /is not one origin/],
    [['http://user:word@localhost:1'], 2, /is not one origin/],
    [['http://[::1]:1', '--connect', 'localhost'], 2, /a URL that has a name/],
    [['http://localhost:1', '--wait', 'long'], 2, /--wait takes seconds, not "long"/],
    [['http://127.0.0.1:1', '--wait', '0'], 1, /http:\/\/127.0.0.1:1 does not answer, after 0 s: \S+/],
  ]
  for (const [words, code, said] of cases) {
    const found = await smoke(...words)
    t.equal(found.code, code, found.said)
    t.match(found.said, said)
  }
})
