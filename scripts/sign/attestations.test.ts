import t from 'tap'
import { completeSbom, provenance } from './attestations.ts'

const [build, runtime] = ['a'.repeat(64), 'b'.repeat(64)]
const bases = [
  `docker.io/library/node:24.21.0-trixie-slim@sha256:${build}`,
  `gcr.io/distroless/cc-debian13:nonroot@sha256:${runtime}`,
]
const standIns = ['localhost/stand-in/node:24.21.0-trixie-slim', 'localhost/stand-in/cc-debian13:nonroot']
const job = {
  CI_SERVER_URL: 'https://gitlab.com',
  CI_PROJECT_URL: 'https://gitlab.com/platform/thing',
  CI_PIPELINE_URL: 'https://gitlab.com/platform/thing/-/pipelines/7',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_SHA: 'c0ffee',
  BUILD_RUNNER_TAG: 'build',
}

t.test('a provenance names source, commit, pipeline, builder and bases', async t => {
  t.match(provenance(job, bases), {
    buildDefinition: {
      externalParameters: { source: 'https://gitlab.com/platform/thing', ref: 'refs/heads/main' },
      internalParameters: { runner: 'build' },
      resolvedDependencies: [
        { uri: 'git+https://gitlab.com/platform/thing@refs/heads/main', digest: { gitCommit: 'c0ffee' } },
        { uri: 'docker.io/library/node:24.21.0-trixie-slim', digest: { sha256: build } },
        { uri: 'gcr.io/distroless/cc-debian13:nonroot', digest: { sha256: runtime } },
      ],
    },
    runDetails: { builder: { id: 'https://gitlab.com' }, metadata: { invocationId: /pipelines\/7$/ } },
  })
  const { buildDefinition } = provenance({ ...job, CI_COMMIT_TAG: 'v1' }, standIns)
  t.equal(buildDefinition.externalParameters.ref, 'refs/tags/v1')
  t.strictSame(JSON.parse(JSON.stringify(buildDefinition.resolvedDependencies[1])), { uri: standIns[0], digest: {} })
  t.throws(() => provenance({ ...job, CI_COMMIT_SHA: '' }, bases), /^CI_COMMIT_SHA is not set: only a job of GitLab/)
})

t.test('Node and the base image are added to the SBOM of npm', async t => {
  const [npm, node, base] = completeSbom({ components: [{ name: 'pino' }] }, bases).components
  t.same(npm, { name: 'pino' })
  t.match(node, { name: 'node', version: '24.21.0', purl: 'pkg:generic/node@24.21.0' })
  const purl = `pkg:oci/cc-debian13@sha256%3A${runtime}?repository_url=gcr.io/distroless/cc-debian13&tag=nonroot`
  const hashes = [{ alg: 'SHA-256', content: runtime }]
  t.match(base, { 'bom-ref': purl, name: 'gcr.io/distroless/cc-debian13', version: 'nonroot', purl, hashes })
  const standIn = completeSbom({ components: [] }, standIns).components[1]
  t.match(standIn, { purl: 'pkg:oci/cc-debian13?repository_url=localhost/stand-in/cc-debian13&tag=nonroot' })
  t.notOk(standIn && 'hashes' in standIn)
})
