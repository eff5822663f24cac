import type { RequestListener } from 'node:http'
import t from 'tap'
import { runCollection } from './newman.test-support.ts'
import { startServer, startService } from './servers.test-support.ts'

t.test('the service passes the Postman collection', async t => {
  const { code, said } = await runCollection(await startService(t))
  t.equal(code, 0, said)
  t.match(said, /assertions │ +[1-9]\d* │ +0 │/)
  t.match(said, /average response time: \d+ms/)
  t.notMatch(said, 'DeprecationWarning')
})

t.test('another server fails it', async t => {
  const { code, said } = await runCollection(await startServer(t, (_, response) => response.end('{"status":"fine"}')))
  t.equal(code, 1)
  t.match(said, /AssertionError/)
})

t.test('a redirect is not followed', async t => {
  const redirect: RequestListener = (_, response) => response.writeHead(308, { location: '/' }).end()
  const { code, said } = await runCollection(await startServer(t, redirect))
  t.equal(code, 1)
  t.match(said, '[308 Permanent Redirect')
})
