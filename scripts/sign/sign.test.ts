import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { stubCosign } from '../system/cosign.test-support.ts'

const image = `registry.example/thing@sha256:${'a'.repeat(64)}`
const job = {
  CI_SERVER_URL: 'https://gitlab.com',
  CI_PROJECT_URL: 'https://gitlab.com/platform/thing',
  CI_PIPELINE_URL: 'https://gitlab.com/platform/thing/-/pipelines/7',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_SHA: 'c0ffee',
  BUILD_RUNNER_TAG: 'build',
  CI_REGISTRY: 'registry.example',
  CI_REGISTRY_USER: 'user',
  CI_REGISTRY_PASSWORD: 'secret',
}

function start(t: Test, env: Record<string, string>, words = ['build.env', '--sbom=sbom.json']) {
  const { folder, PATH, asked } = stubCosign(t)
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\necho '{ "components": [] }'\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'build.env'), `IMAGE=${image}\nBASES=docker.io/library/node:24.1.2-slim,gcr.io/base:1\n`)
  const command = [join(import.meta.dirname, '../sign.ts'), ...words]
  const base = { ...process.env, COSIGN_KEY: '', SIGSTORE_ID_TOKEN: '', DOCKER_CONFIG: '' }
  const options = { cwd: folder, env: { ...base, ...job, PATH, ...env }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options)
  return { status, said: stdout + stderr, asked: asked(), sbom: () => readFileSync(join(folder, 'sbom.json'), 'utf8') }
}

t.test('SBOM and provenance are attested, then the image is signed; the key is in no argument', async t => {
  const { status, said, asked, sbom } = start(t, { COSIGN_KEY: '-----BEGIN KEY', REGISTRY_INSECURE: 'true' })
  t.match({ status, said }, { status: 0, said: `signed  ${image}\n` })
  const key = '--yes --key=env://COSIGN_KEY --trusted-root=TMP/root.json --signing-config=TMP/services.json'
  const login = JSON.stringify({ auths: { 'registry.example': { auth: btoa('user:secret') } } })
  const rest = `${image} ${login}`
  t.match(asked, [
    new RegExp(`^attest ${key} --allow-http-registry --allow-insecure-registry --type=cyclonedx --predicate=`),
    / --type=slsaprovenance1 --predicate=/,
    `sign ${key} --allow-http-registry --allow-insecure-registry ${rest}`,
  ])
  t.match(sbom(), '"name":"node","version":"24.1.2"')
})

t.test('without a key, by the token of GitLab.com', async t => {
  const { status, asked } = start(t, { SIGSTORE_ID_TOKEN: 'header.payload.signature', CI_REGISTRY_PASSWORD: '' })
  t.equal(status, 0)
  t.equal(asked[2], `sign --yes ${image}`)
})

t.test('what keeps it from signing', async t => {
  const ofOwn = { SIGSTORE_ID_TOKEN: 'header.payload.signature', CI_SERVER_URL: 'https://gitlab.example.com' }
  t.match(start(t, ofOwn), { status: 1, said: /there is nothing to sign with: set COSIGN_KEY/, asked: [''] })
  t.match(start(t, { COSIGN_KEY: 'k', PATH: `${process.env.PATH}` }, []), { status: 2, said: /name one file/ })
  t.match(start(t, { COSIGN_KEY: 'k' }, ['none.env']), { status: 1, said: /there is no file none\.env/ })
  const off = start(t, { IMAGE_VERIFICATION: 'off' })
  t.match(off, { status: 0, said: `IMAGE_VERIFICATION is off: does not sign ${image}`, asked: [''] })
  t.match(off.sbom(), '"name":"node"')
})
