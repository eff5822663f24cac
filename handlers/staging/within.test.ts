import { once } from 'node:events'
import t from 'tap'
import { within } from './within.ts'

t.equal(await within(10_000, async () => 1), 1)
await t.rejects(
  within(10_000, () => Promise.reject(new Error('why'))),
  { message: 'why' },
)
await t.rejects(
  within(5, () => new Promise(() => {})),
  { message: 'no answer within 5 ms', code: 'ETIMEDOUT' },
  'work that ignores its signal',
)
await t.rejects(
  within(5, () => {
    throw new Error('at once')
  }),
  { message: 'at once' },
)
const aborted = Promise.withResolvers()
await t.rejects(within(5, signal => once(signal, 'abort').then(() => aborted.resolve(signal.reason))))
t.match(await aborted.promise, { message: 'no answer within 5 ms' }, 'the signal says why')
