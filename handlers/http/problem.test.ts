import t from 'tap'
import { Problem } from './problem.ts'

t.test('below 500 the reply says what is wrong', async t => {
  t.strictSame(new Problem(405, 'wrong', { headers: { Allow: 'GET' } }).reply, {
    status: 405,
    headers: { 'Content-Type': 'application/problem+json', Allow: 'GET' },
    body: { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail: 'wrong' },
  })
})

t.test('from 500 on it does not', async t => {
  t.strictSame(new Problem(502, 'secret', { cause: 'secret' }).reply, {
    status: 502,
    headers: { 'Content-Type': 'application/problem+json' },
    body: { type: 'about:blank', title: 'Bad Gateway', status: 502 },
  })
})

t.test('a status without a name', async t => {
  t.match(new Problem(499, 'odd').reply, { body: { title: 'Error', status: 499 } })
})

t.test('only a cause that is given is one', async t => {
  t.equal(Object.hasOwn(new Problem(503, 'x', { headers: {} }), 'cause'), false)
  t.equal(Object.hasOwn(new Problem(503, 'x', { cause: undefined }), 'cause'), true)
})
