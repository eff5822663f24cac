import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import t from 'tap'
import manifest from '../../package.json' with { type: 'json' }
import { preview, repository, type Variables } from './gitlab-ci-local.test-support.ts'

const skip = spawnSync('git', ['--version']).error && 'git is not on PATH'

type Job = {
  timeout?: string
  cache?: { paths?: string[] }
  image?: string | { name: string; entrypoint?: string[] }
}

const text = readFileSync(new URL('../../.gitlab-ci.yml', import.meta.url), 'utf8')
const file = load(text.replaceAll('!reference ', '')) as Record<string, Job>

const parent = { CI_PROJECT_PATH: 'platform/mirror-service', DEPLOY_PROJECT: 'platform/mirror-service' }
const fork = { CI_PROJECT_PATH: 'someone/mirror-service' }
const main = { CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' }
const branch = { ...main, CI_COMMIT_BRANCH: 'feature' }
const tag = { ...main, CI_COMMIT_BRANCH: null, CI_COMMIT_TAG: 'v1.0.0', CI_COMMIT_REF_PROTECTED: 'true' }
const schedule = { CI_PIPELINE_SOURCE: 'schedule' }
const open = { CI_OPEN_MERGE_REQUESTS: 'platform/mirror-service!1' }
const mergeRequest = {
  ...main,
  ...open,
  CI_COMMIT_BRANCH: null,
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_PROJECT_ID: '1',
  CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1',
}
const ofFork = { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2' }

const image = ['test', 'build after test', 'sign after build']
const deployment = [...image, 'validate', 'plan after build and sign and validate', 'apply by hand after plan']
const review = ['test', 'validate', 'plan-merge-request after validate']

const pipelines: [kind: string, variables: Variables, jobs: string[]][] = [
  ['the default branch', { ...parent, ...main }, deployment],
  ['the default branch, started by hand', { ...parent, ...main, CI_PIPELINE_SOURCE: 'web' }, deployment],
  ['the default branch, itself offered for a merge', { ...parent, ...main, ...open }, deployment],
  ['a branch', { ...parent, ...branch }, ['test']],
  ['a branch with an open merge request, which has the pipeline', { ...parent, ...branch, ...open }, []],
  ['a merge request', { ...parent, ...mergeRequest }, review],
  ['a merge request of a fork, run in the parent', { ...parent, ...mergeRequest, ...ofFork }, ['test']],
  ['a merge request of a fork, run in the fork', { ...fork, ...mergeRequest, ...ofFork }, ['test']],
  ['a tag', { ...parent, ...tag }, image],
  ['a schedule', { ...parent, ...main, ...schedule }, ['test', 'drift']],
  ['a schedule of another branch', { ...parent, ...branch, ...schedule }, ['test']],
  ['a fork', { ...fork, ...main }, ['test']],
  ['a tag that anyone may create', { ...parent, ...tag, CI_COMMIT_REF_PROTECTED: 'false' }, ['test']],
  ['a tag in a fork', { ...fork, ...tag }, ['test']],
  ['a schedule in a fork', { ...fork, ...main, ...schedule }, ['test']],
  ['a fork that deploys by itself', { ...fork, ...main, DEPLOY_PROJECT: fork.CI_PROJECT_PATH }, deployment],
]

t.test('each kind of pipeline has its jobs', { skip }, async t => {
  const jobs = repository(t)
  for (const [kind, variables, expected] of pipelines) t.same(jobs(variables), expected, kind)
})

t.test('the runner that applies gets no job of a merge request: they have no tag', { skip }, async t => {
  const jobs = Object.entries(load(preview(t)) as Record<string, { script?: string[]; tags?: string[] }>)
  const tags = jobs.flatMap(([name, { script, tags = [] }]) => (script ? [[name, tags.join()]] : []))
  t.same(Object.fromEntries(tags), {
    ...{ test: '', validate: '', 'plan-merge-request': '' },
    ...{ build: '$BUILD_RUNNER_TAG', sign: '$BUILD_RUNNER_TAG' },
    ...{ plan: '$DEPLOY_RUNNER_TAG', drift: '$DEPLOY_RUNNER_TAG', apply: '$DEPLOY_RUNNER_TAG' },
  })
})

t.test(
  'a key that the JSON Schema of GitLab does not know is refused, so the file has passed it',
  { skip },
  async t => {
    const misspelt = (text: string) => text.replace('resource_group:', 'resource_grup:')
    t.throws(() => preview(t, misspelt), /'resource_grup' property is not expected/)
  },
)

t.test('nothing deprecated, and no image without a digest', async t => {
  t.notMatch(text, /^ *(only|except|type|types):|:latest|CI_JOB_JWT/m)
  const version = manifest.devDependencies.node
  for (const [, image] of text.matchAll(/^ *image: (.*)$/gm))
    t.match(image, new RegExp(`^\\$\\{DOCKER_HUB\\}/library/node:${version}-\\w+@sha256:[0-9a-f]{64}$`))
})

t.test('there is no setting that GitLab ignores without a warning', async t => {
  // A timeout of default has no effect: gitlab-org/gitlab#213634.
  t.notOk(file.default?.timeout)
  // A cache of default is not merged with that of a job, which needs paths of its own.
  const caches = Object.values(file).flatMap(({ cache }) => (cache ? [cache] : []))
  t.ok(caches.length > 0)
  for (const { paths } of caches) t.ok(paths?.length)
})

t.test('the image of the runner runs the job, not its entrypoint, which is a runner', async t => {
  const images = Object.values(file).flatMap(({ image }) => (typeof image === 'object' ? [image] : []))
  t.same(images, [{ name: '$DEPLOY_IMAGE', entrypoint: [''] }])
})

t.test('the second JUnit report has the tests of npm run test:real, not the quick ones again', async t => {
  // Without files, tap replays those that package.json includes: the quick tests.
  const patterns = manifest.scripts['test:real'].match(/'[^']+'/g) ?? []
  t.ok(patterns.length > 0)
  t.match(text, `--reporter-file=dist/test-real.xml ${patterns.join(' ')} `)
})
