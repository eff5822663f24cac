import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const cwd = fileURLToPath(new URL('../..', import.meta.url))

async function smoke(...words: string[]) {
  const child = spawn(process.execPath, ['scripts/smoke.ts', ...words], { cwd })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { code, said }
}

t.test('passes all that the collection asks of the service, and tells the times', async t => {
  const env = { ...process.env, PORT: '0', STAGING: `file:${t.testdir()}` }
  const service = spawn(process.execPath, ['server.ts'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => service.kill('SIGKILL'))
  let url = ''
  for await (const line of createInterface({ input: service.stdout })) {
    url ||= /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    if (line.includes('"ready"')) break
  }
  const { code, said } = await smoke(url)
  t.equal(code, 0)
  t.match(said, /assertions │ +[1-9]\d* │ +0 │/)
  t.match(said, /average response time: \d+ms/)
  t.notMatch(said, 'DeprecationWarning')
})

t.test('fails on a server that answers something else, and says what', async t => {
  const server = createServer((_, response) => response.end('{"status":"fine"}')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { code, said } = await smoke(url)
  t.equal(code, 1)
  t.match(said, /AssertionError/)
  t.match(said, new RegExp(`smoke: ${url} does not answer as it should`))
})

t.test('takes no redirect for an answer', async t => {
  const server = createServer((_, response) => response.writeHead(308, { location: '/' }).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { code, said } = await smoke(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  t.equal(code, 1)
  t.match(said, '[308 Permanent Redirect')
})

t.test('says what is wrong with its words, or that nothing answers', async t => {
  const cases: [words: string[], code: number, said: RegExp][] = [
    [[], 2, /"" is not one origin, such as http:\/\/localhost:4545\n.*--help/],
    [['localhost:4545'], 2, /"localhost:4545" is not one origin/],
    [['http://localhost:4545/api/health'], 2, /is not one origin/],
    [['http://user:word@localhost:1'], 2, /is not one origin/],
    [['http://localhost:1', '--wait', 'long'], 2, /--wait takes seconds, not "long"/],
    [['http://127.0.0.1:1', '--wait', '0'], 1, /http:\/\/127.0.0.1:1 does not answer, after 0 s: \S+/],
  ]
  for (const [words, code, said] of cases) {
    const found = await smoke(...words)
    t.equal(found.code, code, found.said)
    t.match(found.said, said)
  }
})
