import t from 'tap'
import { stubCosign } from '../system/cosign.test-support.ts'
import { verificationProblem, verifyImage } from './verify-image.ts'

const image = `registry.example/thing@sha256:${'a'.repeat(64)}`
const source = 'https://gitlab.example.com/platform/thing'
const job = { CI_PROJECT_URL: source, CI_DEFAULT_BRANCH: 'trunk', RELEASE_TAGS: 'v*', COSIGN_PUBLIC_KEY: 'key.pub' }

const verified = (type = 'https://sigstore.dev/cosign/sign/v1') => JSON.stringify([{ critical: { type } }])
/** What cosign prints of a provenance. */
function attested(parameters = {}, gitCommit = 'c0ffee') {
  const externalParameters = { source, ref: 'refs/heads/trunk', ...parameters }
  const buildDefinition = { externalParameters, resolvedDependencies: [{ digest: { gitCommit } }] }
  return JSON.stringify({ payload: btoa(JSON.stringify({ predicate: { buildDefinition } })) })
}

/** Verifies the image, or another, with a stub that says what is given. */
async function verify(says: Record<string, string>, env: NodeJS.ProcessEnv = job, commit?: string, name = image) {
  const { PATH, asked } = stubCosign(t, { verify: verified(), 'verify-attestation': attested(), ...says })
  const said: string[] = []
  const { signal } = new AbortController()
  await verifyImage(name, { commit, env: { PATH, ...env }, signal, say: line => said.push(line) })
  return { said, asked: asked() }
}

// Errors of cosign 3.1.3.
const unsigned = 'Error: no signatures found'
const foreign = 'could not verify envelope: accepted signatures do not match threshold, Found: 0, Expected 1'
const copied = 'failed to verify signature: provided artifact digest does not match any digest in statement'
const alone = 'none of the attestations matched the predicate type: slsaprovenance1, found: https://sigstore.dev/cosign'

const cases: [what: string, says: Record<string, string>, refusal: RegExp][] = [
  ['not signed', { 'verify-fails': unsigned }, /it is not signed, or .* tag sha256-…; run the job sign again/],
  ['not signed, but attested', { verify: verified('https://slsa.dev/provenance/v1') }, /it is not signed, or/],
  [
    'another key',
    { 'verify-fails': foreign },
    /somebody else has signed it; build it in this project, or correct COSIGN_PUBLIC_KEY/,
  ],
  ['a copied signature', { 'verify-fails': copied }, /its signature is a copy .*; build it anew/],
  ['not attested', { 'verify-attestation-fails': alone }, /signed but has no provenance; run the job sign again/],
  ['no access', { 'verify-fails': 'GET x: UNAUTHORIZED' }, /cosign cannot verify it: GET x: UNAUTHORIZED$/],
  [
    'another branch',
    { 'verify-attestation': attested({ ref: 'refs/heads/trunk2' }) },
    /built from refs\/heads\/trunk2; /,
  ],
  ['another tag', { 'verify-attestation': attested({ ref: 'refs/tags/w1' }) }, /from refs\/tags\/w1; build it from/],
  ['another project', { 'verify-attestation': attested({ source: 'https://a.b/c' }) }, /built by https:\/\/a\.b\/c; /],
  ['another commit', { 'verify-attestation': attested({}, 'bad') }, /the commit bad, not c0ffee; start a new pipeline/],
]
for (const [what, says, message] of cases)
  t.test(`refused: ${what}`, t => t.rejects(verify(says, job, 'c0ffee'), { message }))

t.test('refused: a provenance without a commit, and an image by its tag', async t => {
  const without = { 'verify-attestation': attested({}, '') }
  await t.rejects(verify(without, job, 'c0ffee'), { message: /the commit , not c0ffee/ })
  await t.rejects(verify({}, job, undefined, 'thing:1'), { message: /^thing:1 is refused: it is named by a tag/ })
})

t.test('one fitting provenance is enough, also of a release tag', async t => {
  const others = attested({ ref: 'refs/heads/other' })
  const { said, asked } = await verify({ 'verify-attestation': `${others}\n${attested({ ref: 'refs/tags/v1' })}\n` })
  t.same(said, [`verified ${image}`])
  t.match(asked, [
    /^verify --output=json --key=key\.pub .*--insecure-ignore-tlog .*@sha256:a+ *$/,
    /^verify-attestation/,
  ])
})

t.test('without a key, the signer is the pipeline of the project on GitLab.com', async t => {
  const env = { ...job, CI_PROJECT_URL: 'https://gitlab.com/a/b', COSIGN_PUBLIC_KEY: '' }
  const { asked } = await verify({ 'verify-attestation': attested({ source: 'https://gitlab.com/a/b' }) }, env)
  const [, identity = ''] = asked[0]?.match(/-oidc-issuer=https:\/\/gitlab\.com \S+-regexp=(\S+)/) ?? []
  const is = (end: string) => new RegExp(identity).test(`https://gitlab.com/a/${end}`)
  for (const ref of ['heads/trunk', 'tags/v1']) t.ok(is(`b//.gitlab-ci.yml@refs/${ref}`), ref)
  for (const ref of ['heads/trunk2', 'heads/v1', 'tags/w1']) t.notOk(is(`b//.gitlab-ci.yml@refs/${ref}`), ref)
  t.notOk(is('bb//.gitlab-ci.yml@refs/heads/trunk'))
  t.notMatch(asked[0], /--insecure|--trusted-root/)
})

t.test('what keeps images from being verified', async t => {
  const { PATH } = stubCosign(t)
  t.equal(verificationProblem({ ...job, PATH }), undefined)
  t.match(
    verificationProblem({ ...job, PATH, COSIGN_PUBLIC_KEY: '' }),
    /^nothing says who may sign images; set COSIGN_/,
  )
  t.match(verificationProblem({ ...job, PATH: '/nowhere' }), /^cosign is not on PATH: install v3/)
  t.match(
    verificationProblem({ ...job, PATH: stubCosign(t, {}, 'v2.6.1').PATH }),
    /^cosign v2\.6\.1 is too old: install/,
  )
  await t.rejects(verify({}, { ...job, COSIGN_PUBLIC_KEY: '' }), { message: /is refused: nothing says who may sign/ })
})

t.test('IMAGE_VERIFICATION=off', async t => {
  const { said, asked } = await verify({}, { IMAGE_VERIFICATION: 'off' }, undefined, 'thing:1')
  t.same({ said, asked }, { said: ['does not verify thing:1: IMAGE_VERIFICATION is off'], asked: [''] })
  t.equal(verificationProblem({ IMAGE_VERIFICATION: 'off' }), undefined)
})
