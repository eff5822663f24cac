import t from 'tap'
import { logWarnings, openLog, withoutDetails } from './log.ts'

/** What a log writes. */
function logged(isTerminal: boolean, program?: string): string {
  let text = ''
  const write = (line: string) => {
    text += line
  }
  openLog('info', { output: { write, lost: () => 0 }, isTerminal, program }).log.info({ port: 1 }, 'listening')
  return text
}

t.test('JSON, a line each', async t => {
  const line = JSON.parse(logged(false))
  t.match(line, { level: 'info', port: 1, msg: 'listening', time: /^\d{4}-\d\d-\d\dT.*Z$/ })
})

t.test('text for people at a terminal', async t => {
  t.match(logged(true), /^\[[\d:.]+\].*INFO.*: .*listening.*\n {4}.*port.*: 1\n$/)
})

t.test('JSON at a terminal without pino-pretty, as in the image', async t => {
  t.equal(JSON.parse(logged(true, '/app/server.mjs')).msg, 'listening')
})

t.test('warnings of libraries and of Node are lines of the log', async t => {
  const { warn } = console
  const listeners = process.listeners('warning')
  t.teardown(() => {
    console.warn = warn
    process.removeAllListeners('warning')
    for (const listener of listeners) process.on('warning', listener)
  })
  const lines: object[] = []
  const write = (line: string) => lines.push(JSON.parse(line))
  logWarnings(openLog('info', { output: { write, lost: () => 0 }, isTerminal: false }).log)
  console.warn('%d of %s', 1, { a: 2 }, 'more')
  process.emitWarning('old', 'DeprecationWarning')
  while (lines.length < 2) await new Promise(setImmediate)
  t.match(lines, [
    { level: 'warn', msg: '1 of { a: 2 } more' },
    { level: 'warn', msg: 'old', err: { name: 'DeprecationWarning', message: 'old' } },
  ])
})

t.test('an error without the secrets of its request', async t => {
  const cause = Object.assign(new Error('why'), { code: 'ECONNRESET', Token: 'secret' })
  const error = Object.assign(new Error('what', { cause }), { 'Token-0': 'secret', $metadata: { httpStatusCode: 400 } })
  const logged = withoutDetails(error)
  t.match(logged, { name: 'Error', message: 'what', stack: /what/, $metadata: { httpStatusCode: 400 } })
  t.match(logged, { cause: { message: 'why', code: 'ECONNRESET' } })
  t.notMatch(JSON.stringify(logged), 'secret')
  for (const thrown of ['a string', undefined, null, 7]) t.equal(withoutDetails(thrown), thrown)
})
