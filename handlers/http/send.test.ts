import t from 'tap'
import { get, request, route, start } from './raw-client.test-support.ts'

t.test('replies as they are sent', async t => {
  const text = { status: 201, body: { text: 'é→😀' }, headers: { 'Retry-After': '7' } }
  const { dial } = await start(t, [
    route('GET', '/text', () => text),
    route('GET', '/nothing', () => ({ status: 200 })),
    route('GET', '/null', () => ({ status: 200, body: null })),
    route('GET', '/typed', () => ({ status: 200, body: 1, headers: { 'Content-Type': 'application/x' } })),
  ])
  const client = await dial()
  const whole = await client.ask(get('/text'))
  t.match(whole, {
    status: 201,
    headers: {
      'content-type': 'application/json',
      'content-length': '20',
      'cache-control': 'no-store',
      'retry-after': '7',
    },
  })
  t.strictSame(JSON.parse(Buffer.from(whole.text, 'latin1').toString()), text.body)
  t.match(await client.ask(get('/nothing')), { headers: { 'content-length': '0' }, text: '' })
  t.match(await client.ask(get('/null')), { text: 'null' })
  t.match(await client.ask(get('/typed')), { headers: { 'content-type': 'application/x' } })

  const head = await client.ask(request('HEAD /text'), true)
  t.strictSame({ ...head.headers, date: '' }, { ...whole.headers, date: '' }, 'HEAD has the headers of GET')
  t.match(await client.ask(request('HEAD /nowhere'), true), { status: 404 })
  t.equal((await client.ask(get('/nothing'))).status, 200)
})

t.test('the text of a frozen body is kept, since nothing can change it', async t => {
  let serialised = 0
  const counted = () => ({ toJSON: () => ++serialised })
  const [frozen, same] = [Object.freeze(counted()), counted()]
  const { dial } = await start(t, [
    route('GET', '/frozen', () => ({ status: 200, body: frozen })),
    route('GET', '/other', () => ({ status: 200, body: counted() })),
    route('GET', '/same', () => ({ status: 200, body: same })),
  ])
  const client = await dial()
  for (const path of ['/frozen', '/frozen', '/frozen']) t.equal((await client.ask(get(path))).text, '1')
  for (const text of ['2', '3']) t.equal((await client.ask(get('/other'))).text, text)
  for (const text of ['4', '5']) t.equal((await client.ask(get('/same'))).text, text)
})
