import t from 'tap'
import { origin, readEnvironment } from './environment.ts'

const defaults = { PORT: 4545, MAX_IN_FLIGHT: 256, UPLOAD_DEADLINE_MS: 5000, DRAIN_MS: 5000, LOG_LEVEL: 'info' }

t.strictSame(readEnvironment({ STAGING: 'file:./x', PATH: '/bin' }), { ...defaults, STAGING: 'file:./x' }, 'defaults')
t.strictSame(
  readEnvironment({ STAGING: 's3://bucket', PORT: '0', HOST: '::1', LOG_LEVEL: 'debug', AWS_REGION: '' }),
  { ...defaults, STAGING: 's3://bucket', PORT: 0, HOST: '::1', LOG_LEVEL: 'debug' },
  'what is given; an empty variable is not set',
)

t.match(
  readEnvironment({ STAGING: 'file:x', PORT: '65535', MAX_IN_FLIGHT: '1' }),
  { PORT: 65535, METRICS_PORT: undefined, MAX_IN_FLIGHT: 1 },
  'limits',
)

const faults: [Record<string, string>, RegExp][] = [
  [{}, /^STAGING: not set\. Where uploads go/],
  [{ STAGING: 'ftp://x' }, /^STAGING: expected file:PATH or s3:\/\/BUCKET\/PREFIX/],
  [{ STAGING: 'file:x', PORT: '65536' }, /^PORT: "65536" is not a whole number from 0 to 65535/],
  [{ STAGING: 'file:x', PORT: '1e3' }, /^PORT: "1e3" is not a/],
  [{ STAGING: 'file:x', PORT: ' 80' }, /^PORT: " 80" is not a/],
  [{ STAGING: 'file:x', MAX_IN_FLIGHT: '0' }, /^MAX_IN_FLIGHT: "0" is not a whole number from 1 to/],
  [{ STAGING: 'file:x', LOG_LEVEL: 'loud' }, /^LOG_LEVEL: "loud" is not one of trace, debug/],
  [
    { STAGING: 'file:x', AWS_ENDPOINT_URL_S3: 'localhost:9000' },
    /^AWS_ENDPOINT_URL_S3: .* does not look like http:\/\/127/,
  ],
  [{ STAGING: 'file:x', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:99999' }, /^AWS_ENDPOINT_URL_S3: .* does not look like/],
  [{ STAGING: 'file:x', METRICS_PORT: '4545' }, /^METRICS_PORT: 4545 is PORT, too/],
  [{ PORT: 'x', DRAIN_MS: '-1' }, /^PORT: [^\n]*\nSTAGING: [^\n]*\nDRAIN_MS: [^\n]*$/],
]

for (const [env, message] of faults) t.throws(() => readEnvironment(env), { message }, JSON.stringify(env))
process.env.STAGING = 'file:from-the-process'
t.equal(readEnvironment().STAGING, 'file:from-the-process', 'the environment of the process is the default')

t.equal(origin(undefined, 4545), 'http://localhost:4545')
t.equal(origin('127.0.0.2', 80), 'http://127.0.0.2:80')
t.equal(origin('::1', 80), 'http://[::1]:80')
