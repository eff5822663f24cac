import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { stubCosign } from '../system/cosign.test-support.ts'
import { completeSbom, provenance } from './attestations.ts'

const image = `registry.example/thing@sha256:${'a'.repeat(64)}`
const sha256 = 'b'.repeat(64)
const bases = ['docker.io/library/node:24.1.2-slim', `gcr.io/distroless/cc:nonroot@sha256:${sha256}`]
const job = {
  CI_SERVER_URL: 'https://gitlab.com',
  CI_PROJECT_URL: 'https://gitlab.com/platform/thing',
  CI_PIPELINE_URL: 'https://gitlab.com/platform/thing/-/pipelines/7',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_SHA: 'c0ffee',
  BUILD_RUNNER_TAG: 'build',
}

t.test('a provenance names source, commit, pipeline, builder and bases', async t => {
  const [builder, built] = [{ id: 'https://gitlab.com' }, 'git+https://gitlab.com/platform/thing@refs/heads/main']
  t.match(provenance(job, bases), {
    buildDefinition: {
      externalParameters: { source: 'https://gitlab.com/platform/thing', ref: 'refs/heads/main' },
      internalParameters: { runner: 'build' },
      resolvedDependencies: [
        { uri: built, digest: { gitCommit: 'c0ffee' } },
        { uri: 'docker.io/library/node:24.1.2-slim', digest: {} },
        { uri: 'gcr.io/distroless/cc:nonroot', digest: { sha256 } },
      ],
    },
    runDetails: { builder, metadata: { invocationId: job.CI_PIPELINE_URL } },
  })
  const { buildDefinition } = provenance({ ...job, CI_COMMIT_TAG: 'v1' }, bases)
  t.equal(buildDefinition.externalParameters.ref, 'refs/tags/v1')
  t.throws(() => provenance({ ...job, CI_COMMIT_SHA: '' }, bases), /^CI_COMMIT_SHA is not set: only a job of GitLab/)
})

t.test('Node and the base image are added to the SBOM of npm', async t => {
  const [npm, node, base] = completeSbom({ components: [{ name: 'pino' }] }, bases).components
  t.same(npm, { name: 'pino' })
  t.match(node, { name: 'node', version: '24.1.2', purl: 'pkg:generic/node@24.1.2' })
  const purl = `pkg:oci/cc@sha256%3A${sha256}?repository_url=gcr.io/distroless/cc&tag=nonroot`
  const hashes = [{ alg: 'SHA-256', content: sha256 }]
  t.match(base, { 'bom-ref': purl, name: 'gcr.io/distroless/cc', version: 'nonroot', purl, hashes })
  const [, standIn] = completeSbom({ components: [] }, ['a:1', 'localhost/b:2']).components
  const without = 'pkg:oci/b?repository_url=localhost/b&tag=2'
  t.same(standIn, { 'bom-ref': without, type: 'container', name: 'localhost/b', version: '2', purl: without })
})

function sign(t: Test, env: Record<string, string>, words = ['build.env', '--sbom=sbom.json']) {
  const { folder, PATH, asked } = stubCosign(t)
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho '{ "components": [] }'\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'build.env'), `IMAGE=${image}\nBASES=${bases}\n`)
  const ofOuterJob = [
    'COSIGN_KEY',
    'SIGSTORE_ID_TOKEN',
    'CI_REGISTRY',
    'REGISTRY_INSECURE',
    'IMAGE_VERIFICATION',
    'DOCKER_CONFIG',
  ]
  const none = Object.fromEntries(ofOuterJob.map(name => [name, '']))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../sign.ts'), ...words], {
    cwd: folder,
    env: { ...process.env, ...none, ...job, PATH, TMPDIR: folder, ...env },
    encoding: 'utf8',
  })
  t.same(
    readdirSync(folder).filter(name => name.startsWith('cosign-')),
    [],
    'no login is left behind',
  )
  return { status, said: stdout + stderr, asked: asked(), sbom: () => readFileSync(join(folder, 'sbom.json'), 'utf8') }
}

t.test('by a key: SBOM and provenance are attested, then the image is signed; no argument has the key', async t => {
  const login = { CI_REGISTRY: 'registry.example', CI_REGISTRY_USER: 'user', CI_REGISTRY_PASSWORD: 'secret' }
  const { status, said, asked, sbom } = sign(t, { ...login, COSIGN_KEY: '\n-----BEGIN KEY', REGISTRY_INSECURE: 'true' })
  t.match({ status, said }, { status: 0, said: `signed  ${image}\n` })
  const key = '--key=env://COSIGN_KEY --trusted-root=TMP/root.json --signing-config=TMP/services.json'
  const auths = JSON.stringify({ auths: { 'registry.example': { auth: btoa('user:secret') } } })
  const rest = `${key} --allow-http-registry --allow-insecure-registry ${image} ${auths}`
  const attest = ['cyclonedx', 'slsaprovenance1'].map(type => `attest --type=${type} --yes --predicate=- ${rest}`)
  t.same(asked, [...attest, `sign --yes ${rest}`])
  t.match(sbom(), '"name":"node","version":"24.1.2"')
})

t.test('without a key, by the token of GitLab.com', async t => {
  const { status, asked } = sign(t, { SIGSTORE_ID_TOKEN: 'header.payload.signature' })
  t.match({ status, last: asked.at(-1)?.trim() }, { status: 0, last: `sign --yes ${image}` })
})

t.test('what keeps it from signing', async t => {
  const own = { SIGSTORE_ID_TOKEN: 'header.payload.signature', CI_SERVER_URL: 'https://gitlab.example.com' }
  t.match(sign(t, own), { status: 1, said: /nothing to sign with: set COSIGN_KEY/, asked: [''] })
  for (const file of ['none.env', 'cosign'])
    t.match(sign(t, { COSIGN_KEY: 'k' }, [file]), { status: 2, said: /name the file that npm run image/, asked: [''] })
  const off = sign(t, { IMAGE_VERIFICATION: 'off' })
  t.match(off, { status: 0, said: `IMAGE_VERIFICATION is off: does not sign ${image}`, asked: [''] })
  t.match(off.sbom(), '"name":"node"')
})
