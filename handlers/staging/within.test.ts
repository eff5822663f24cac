import t from 'tap'
import { within } from './within.ts'

t.equal(await within(10_000, Promise.resolve(1)), 1)
t.rejects(within(10_000, Promise.reject(new Error('why'))), { message: 'why' })
t.rejects(within(5, new Promise(() => {})), { message: 'no answer within 5 ms' })
