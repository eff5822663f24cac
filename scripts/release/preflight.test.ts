import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { terraformProblem } from '../system/terraform.ts'
import { clusterProblem, preflight } from './preflight.ts'

const server = createServer(({ headers, url }, response) => {
  if (headers.authorization === 'Bearer silent') return
  response.writeHead(url !== '/version' ? 404 : headers.authorization === 'Bearer right' ? 200 : 401).end()
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
t.teardown(() => server.close().closeAllConnections())
const KUBE_HOST = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const folder = t.testdir({
  config: `
apiVersion: v1
current-context: here
contexts:
- name: here
  context: {cluster: c, user: u}
- name: nowhere
  context: {cluster: d, user: u}
- name: eks
  context: {cluster: c, user: command}
- name: logged-out
  context: {cluster: c, user: failing}
clusters:
- name: other
  cluster: {server: 'http://127.0.0.1:1'}
- name: c
  cluster:
    server: ${KUBE_HOST}
users:
- name: u
  user: {token: right}
- name: command
  user: {exec: {command: sh, args: [-c, 'echo "$CREDENTIAL"'], env: [{name: CREDENTIAL, value: '{"status":{"token":"right"}}'}]}}
- name: failing
  user: {exec: {command: sh, args: [-c, 'echo no session >&2; exit 1']}}
`,
  broken: 'contexts: [',
  empty: '',
  // Terraform would take this for a template.
  'with ${1}.yaml': t.fixture('symlink', 'config'),
})
const KUBE_CONFIG_PATH = `${folder}/config`

type Case = [env: Record<string, string>, problem: RegExp | undefined]

async function check(t: Test, cases: Case[]) {
  for (const [env, problem] of cases) {
    // Only the silent cluster uses its time up; on a busy machine the others need more.
    const found = await clusterProblem(env, env.KUBE_TOKEN === 'silent' ? 300 : 30_000)
    if (problem) t.match(found, problem)
    else t.equal(found, undefined, JSON.stringify(env))
  }
}

t.test('a cluster that does not answer is named in time, with what to do', t =>
  check(t, [
    [{ KUBE_HOST, KUBE_TOKEN: 'right' }, undefined],
    [{ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, undefined],
    [{}, /^no cluster is named: set KUBE_CONFIG_PATH, or KUBE_HOST and KUBE_TOKEN\.$/],
    [{ KUBECONFIG: 'x' }, /Terraform does not read KUBECONFIG/],
    [{ KUBE_HOST, KUBE_TOKEN: 'old' }, /refuses the credentials: renew the token or certificate of KUBE_HOST$/],
    [{ KUBE_HOST, KUBE_TOKEN: 'silent' }, /does not answer \(.*\): start it, or correct KUBE_HOST$/],
    [{ KUBE_HOST: 'https://127.0.0.1:1' }, /^https:\/\/127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/],
    [{ KUBE_CONFIG_PATH: `${folder}/none` }, /none cannot be read \(ENOENT.*\): correct KUBE_CONFIG_PATH$/],
  ]),
)

const skip = (await terraformProblem()) ?? false

t.test('a kubeconfig is read as Terraform does', { skip }, t =>
  check(t, [
    [{ KUBE_CONFIG_PATH }, undefined],
    [{ KUBE_CONFIG_PATH: `${folder}/with \${1}.yaml` }, undefined],
    [{ KUBE_CONFIG_PATH, KUBE_CTX: 'eks' }, undefined],
    [
      { KUBE_CONFIG_PATH, KUBE_CTX: 'logged-out' },
      /^sh gives no token \(no session\): log in, or correct KUBE_CONFIG_PATH$/,
    ],
    [
      { KUBE_CONFIG_PATH, KUBE_CTX: 'nowhere' },
      /has no cluster for the context nowhere: correct KUBE_CTX or KUBE_CONFIG_PATH$/,
    ],
    [{ KUBE_CONFIG_PATH: `${folder}/broken` }, /broken cannot be read \(on line 1, column \d.*\): correct KUBE_CONF/],
    [{ KUBE_CONFIG_PATH: `${folder}/empty` }, /empty cannot be read \(.*\): correct KUBE_CONFIG_PATH$/],
  ]),
)

t.test('missing or wrong inputs of an environment are named', async t => {
  const found = async (name: string, given = {}, env = {}) =>
    (await preflight(name, given, { KUBE_HOST, KUBE_TOKEN: 'right', IMAGE_VERIFICATION: 'off', ...env })).filter(
      problem => !problem.startsWith('terraform '),
    )
  const keys = { TF_VAR_aws_access_key_id: 'a', TF_VAR_aws_secret_access_key: 'b' }
  t.same(await found('local', { image: 'mirror:1' }, keys), [])
  t.same(await found('infr', {}, { TF_VAR_image: 'mirror:1' }), [])
  t.match(await found('local', { registry: 'r' }), [
    'image: is missing; give --image, or set TF_VAR_image',
    'registry_password: is missing; set TF_VAR_registry_password',
    'aws_access_key_id: is missing',
    'aws_secret_access_key: is missing',
  ])
  t.match(await found('infr', { image: 'mirror', port: 0 }), [/^image: "mirror" .* tag or digest/, /^port: 0 /])
  t.match(await found('infr', { image: 'm:1' }, { KUBE_HOST: '' }), [/^cluster: no cluster is named/])
  const unsigned = { IMAGE_VERIFICATION: '', CI_PROJECT_URL: 'https://gitlab.example.com/a/b' }
  t.match(await found('infr', { image: 'm:1' }, unsigned), [
    /^image verification: nothing says who may sign images; set/,
  ])
})
