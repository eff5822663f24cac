import t from 'tap'
import { findRoute } from './find-route.ts'
import { route } from './raw-client.test-support.ts'

const routes = [
  route('GET', '/get', () => ({ status: 200 })),
  route('POST', '/post', () => ({ status: 200 })),
  route('GET', '/both', () => ({ status: 200 })),
  route('POST', '/both', () => ({ status: 200 })),
]
const [get, post, getBoth, postBoth] = routes
const find = findRoute(routes)

for (const [method, path, expected] of [
  ['GET', '/get', get],
  ['HEAD', '/get', get],
  ['POST', '/post', post],
  ['GET', '/both', getBoth],
  ['HEAD', '/both', getBoth],
  ['POST', '/both', postBoth],
] as const)
  t.equal(find(method, path), expected, `${method} ${path}`)

for (const path of ['', '/', '/get/', '/GET', '/get?', '*', '__proto__', '/__proto__', '/constructor', '/toString'])
  t.throws(() => find('GET', path), { status: 404, message: `there is no ${path}` })

for (const [method, path, Allow] of [
  ['POST', '/get', 'GET, HEAD'],
  ['GET', '/post', 'POST'],
  ['HEAD', '/post', 'POST'],
  ['OPTIONS', '/both', 'GET, HEAD, POST'],
  ['get', '/get', 'GET, HEAD'],
  ['__proto__', '/get', 'GET, HEAD'],
] as const)
  t.throws(() => find(method, path), { status: 405, headers: { Allow }, message: `${path} takes ${Allow}` })
