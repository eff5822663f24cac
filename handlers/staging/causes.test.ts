import t from 'tap'
import { causes, meaningOf, otherwise } from './causes.ts'

const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } })

// Line by line: each value as a name, a code or a status means what its row says.
for (const [meaning, values] of causes)
  t.test(`${meaning}: ${values}`, async t => {
    for (const value of values.split(' ')) {
      const example = value.replaceAll('*', 'X').replace('xx', '98')
      const cause = /^\d/.test(example) ? status(Number(example)) : { name: 'Error', code: example }
      t.equal(meaningOf(cause), meaning, example)
      if (!/^\d/.test(example)) t.equal(meaningOf({ name: example }), meaning, `${example} as a name`)
    }
  })

t.test('names count before statuses, and statuses before codes', async t => {
  const cases: [name: string, httpStatusCode: number | undefined, code: string | undefined, meaning: string][] = [
    ['FileAlreadyExists', 409, undefined, 'exists'],
    ['ConditionalRequestConflict', 409, undefined, 'passes'],
    ['RequestTimeTooSkewed', 403, undefined, 'passes'],
    ['RequestTimeout', 400, undefined, 'passes'],
    ['AccessDenied', 403, undefined, 'stays'],
    ['NoSuchBucket', 404, undefined, 'stays'],
    ['PermanentRedirect', 301, undefined, 'stays'],
    ['NotImplemented', 501, undefined, 'stays'],
    ['Unknown', 503, undefined, 'passes'],
    ['CredentialsProviderError', 500, undefined, 'passes'],
    ['CredentialsProviderError', 403, undefined, 'stays'],
    ['CredentialsProviderError', 200, undefined, 'stays'],
    ['CredentialsProviderError', undefined, 'ECONNREFUSED', 'passes'],
    ['CredentialsProviderError', undefined, undefined, 'stays'],
    ['SyntaxError', 502, undefined, 'passes'],
    ['TypeError', undefined, 'ERR_INVALID_URL', 'stays'],
    ['Error', undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT', 'stays'],
    ['Error', undefined, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'stays'],
  ]
  for (const [name, httpStatusCode, code, meaning] of cases)
    t.equal(meaningOf({ name, code, $metadata: { httpStatusCode } }), meaning, [name, httpStatusCode, code].join(' '))
})

t.test('what is in no row passes', async t => {
  t.equal(otherwise, 'passes')
  for (const cause of [{}, { name: 'Error' }, { code: 'EUNHEARDOF' }, { code: 23 }, status(-1), status(999)])
    t.equal(meaningOf(cause), otherwise, JSON.stringify(cause))
})
