import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { freePort } from '../system/free-port.ts'
import { gitlabProblem } from './gitlab.ts'

const server = createServer(({ url }, response) => {
  if (url === '/other/.well-known/openid-configuration') response.end('{"issuer":"https://gitlab.example.com"}')
  else if (url === '/.well-known/openid-configuration') response.end(JSON.stringify({ issuer: origin }))
  else if (url?.startsWith('/page')) response.end('<html>')
  else if (!url?.startsWith('/silent')) response.writeHead(404).end()
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
t.teardown(() => server.close().closeAllConnections())
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const nobody = `http://127.0.0.1:${await freePort()}`

const tokenOf = (iss: string) => `header.${Buffer.from(JSON.stringify({ iss })).toString('base64url')}.signature`

const cases: [iss: string | undefined, version: string, problem: RegExp | undefined, more?: object][] = [
  [origin, '18.2.2-ee', undefined],
  [origin, '18.10.0-pre', undefined],
  [origin, '18.2.1-ee', /^version 18\.2\.1-ee gives forks tokens of this project: update to 18\.2\.2 or newer$/],
  [origin, '17.11.7', /^version 17\.11\.7 /],
  [`${origin}/none`, '19.0.0', /\/none\/\.well-known\/openid-configuration answers with 404\. AWS reads it/],
  [`${origin}/other`, '19.0.0', /names the issuer https:\/\/gitlab\.example\.com: correct external_url/],
  [`${origin}/page`, '19.0.0', /cannot be read \(.*JSON.*\)\. AWS reads it/],
  [`${origin}/silent`, '19.0.0', /cannot be read \(.*timeout.*\)/],
  [nobody, '19.0.0', /cannot be read \(ECONNREFUSED\)/],
  [nobody, '17.0.0', undefined, { AWS_ACCESS_KEY_ID: 'keys need no token' }],
  [undefined, '', undefined],
  [origin, '', /^CI_SERVER_VERSION is not set$/],
  [undefined, '19.0.0', /^the token of the job cannot be read /, { AWS_ID_TOKEN: 'none' }],
]
for (const [iss, version, problem, more] of cases)
  t.test(`${iss?.replace(origin, 'GitLab').replace(nobody, 'nobody') ?? 'no token'}, version ${version}`, async t => {
    const env = { ...(iss && { AWS_ID_TOKEN: tokenOf(iss) }), CI_SERVER_VERSION: version, ...more }
    // Only the silent server uses its time up; on a busy machine the others need more.
    const found = await gitlabProblem(env, iss?.endsWith('/silent') ? 300 : 30_000)
    if (problem) t.match(found, problem)
    else t.equal(found, undefined)
  })
