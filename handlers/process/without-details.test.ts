import t from 'tap'
import { withoutDetails } from './without-details.ts'

const cause = Object.assign(new Error('why'), { code: 'ECONNRESET', Token: 'secret' })
const error = Object.assign(new Error('what', { cause }), { 'Token-0': 'secret', $metadata: { httpStatusCode: 400 } })
const logged = withoutDetails(error)
t.match(logged, { name: 'Error', message: 'what', stack: /what/, $metadata: { httpStatusCode: 400 } })
t.match(logged, { cause: { message: 'why', code: 'ECONNRESET' } })
t.notMatch(JSON.stringify(logged), 'secret')
for (const thrown of ['a string', undefined, null, 7]) t.equal(withoutDetails(thrown), thrown)
