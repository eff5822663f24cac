import t from 'tap'
import { stubCosign } from '../system/cosign.test-support.ts'
import { verificationProblem, verifyImage } from './verify-image.ts'

const { signal } = new AbortController()
const image = `registry.example/thing@sha256:${'a'.repeat(64)}`
const source = 'https://gitlab.example.com/platform/thing'
const job = { CI_PROJECT_URL: source, CI_DEFAULT_BRANCH: 'trunk', COSIGN_PUBLIC_KEY: 'key.pub' }

const verified = (type = 'https://sigstore.dev/cosign/sign/v1') => JSON.stringify([{ critical: { type } }])
const attested = (...built: { source?: string; ref?: string; gitCommit?: string }[]) =>
  built
    .map(({ gitCommit = 'c0ffee', ...parameters }) => ({
      externalParameters: { source, ref: 'refs/heads/trunk', ...parameters },
      resolvedDependencies: [{ digest: { gitCommit } }],
    }))
    .map(buildDefinition => JSON.stringify({ predicate: { buildDefinition } }))
    .map(statement => JSON.stringify({ payload: Buffer.from(statement).toString('base64') }))
    .join('\n')
const right = { verify: verified(), 'verify-attestation': attested({}) }
const error = (...lines: string[]) =>
  `Error: ${lines.join('\n')}\nerror during command execution: ${lines.join('\n')}\n`

t.test('each kind of wrong image is refused, with what to do; the errors are those of cosign 3.1.3', async t => {
  const cases: [says: Record<string, string>, refusal: RegExp][] = [
    [{ 'verify-fails': error('no signatures found') }, /it is not signed; run the job sign again/],
    [{ verify: verified('https://slsa.dev/provenance/v1') }, /it is not signed; run/],
    [
      { 'verify-fails': error('no matching attestations: accepted signatures do not match threshold, Found: 0') },
      /somebody else has signed it; build it in this project/,
    ],
    [
      { 'verify-fails': error('failed: provided artifact digest does not match any digest in statement') },
      /its signature is a copy .*; build it anew/,
    ],
    [
      { 'verify-attestation-fails': error('none of the attestations matched the predicate type') },
      /signed but has no provenance; run the job sign again/,
    ],
    [
      { 'verify-fails': error('GET http://r: UNAUTHORIZED') },
      /cosign cannot verify it: .* GET http:\/\/r: UNAUTHORIZED$/,
    ],
    [
      { 'verify-attestation': attested({ ref: 'refs/heads/trunk2' }) },
      /built from refs\/heads\/trunk2; build it from the/,
    ],
    [{ 'verify-attestation': attested({ ref: 'refs/tags/w1' }) }, /built from refs\/tags\/w1;/],
    [{ 'verify-attestation': attested({ source: 'https://a.b/c' }) }, /built by https:\/\/a\.b\/c; build it in https:/],
    [{ 'verify-attestation': attested({ gitCommit: 'bad' }) }, /the commit bad, not c0ffee; start a new pipeline/],
    [{ 'verify-attestation': attested({ gitCommit: '' }) }, /the commit , not c0ffee;/],
  ]
  for (const [says, message] of cases) {
    const env = { ...job, RELEASE_TAGS: 'v*', PATH: stubCosign(t, { ...right, ...says }).PATH }
    await t.rejects(verifyImage(image, { commit: 'c0ffee', env, signal, say: t.fail }), { message }, message.source)
  }
  const byTag = verifyImage('registry.example/thing:1', {
    env: { ...job, PATH: stubCosign(t).PATH },
    signal,
    say: t.fail,
  })
  await t.rejects(byTag, { message: 'registry.example/thing:1 is refused: it is named by a tag' })
})

t.test('one fitting provenance is enough, of the default branch or a release tag', async t => {
  for (const ref of ['refs/heads/trunk', 'refs/tags/v1.0']) {
    const cosign = stubCosign(t, { ...right, 'verify-attestation': attested({ ref: 'refs/heads/other' }, { ref }) })
    const env = { ...job, RELEASE_TAGS: 'v*', PATH: cosign.PATH }
    await verifyImage(image, {
      env,
      signal,
      say: line => t.equal(line, `verified ${image}: built from c0ffee of ${ref}`),
    })
    t.match(cosign.asked(), [
      /^verify .*--key=key\.pub .*--insecure-ignore-tlog .*thing@sha256:a+ *$/,
      /^verify-attestation/,
    ])
  }
})

t.test('without a key, the signature is that of the pipeline of GitLab.com', async t => {
  const { PATH, asked } = stubCosign(t, {
    ...right,
    'verify-attestation': attested({ source: 'https://gitlab.com/a/b' }),
  })
  const env = { PATH, CI_PROJECT_URL: 'https://gitlab.com/a/b', CI_DEFAULT_BRANCH: 'trunk', RELEASE_TAGS: 'v*' }
  await verifyImage(image, { env, signal, say: () => {} })
  const [, issuer, identity = ''] = asked()[0]?.match(/-oidc-issuer=(\S+) \S+-regexp=(\S+)/) ?? []
  t.equal(issuer, 'https://gitlab.com')
  const of = (rest: string) => new RegExp(identity).test(`https://gitlab.com/a/${rest}`)
  t.same(
    ['heads/trunk', 'tags/v1'].map(ref => of(`b//.gitlab-ci.yml@refs/${ref}`)),
    [true, true],
  )
  t.same(
    ['heads/trunk2', 'heads/other', 'tags/w1'].map(ref => of(`b//.gitlab-ci.yml@refs/${ref}`)),
    [false, false, false],
  )
  t.notOk(of('bb//.gitlab-ci.yml@refs/heads/trunk'))
  t.notMatch(asked()[0], /--insecure|--trusted-root/)
})

t.test('what keeps images from being verified', async t => {
  const { PATH } = stubCosign(t)
  t.equal(verificationProblem({ ...job, PATH }), undefined)
  t.match(
    verificationProblem({ PATH, CI_PROJECT_URL: source }),
    /^nothing says who may sign images: set COSIGN_PUBLIC_KEY, or/,
  )
  t.match(verificationProblem({ ...job, PATH: '/nowhere' }), /^cosign is not on PATH: install v3/)
  t.match(
    verificationProblem({ ...job, PATH: stubCosign(t, {}, 'v2.6.1').PATH }),
    /^cosign v2\.6\.1 is too old: install v3/,
  )
  await t.rejects(verifyImage(image, { env: { PATH }, signal, say: t.fail }), {
    message: /cannot be verified: nothing says/,
  })
})

t.test('IMAGE_VERIFICATION=off is said', async t => {
  const env = { IMAGE_VERIFICATION: 'off', PATH: '/nowhere' }
  t.equal(verificationProblem(env), undefined)
  await verifyImage('thing:1', {
    env,
    signal,
    say: line => t.equal(line, 'does not verify thing:1: IMAGE_VERIFICATION is off'),
  })
})
