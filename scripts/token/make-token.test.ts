import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { makeToken } from './make-token.ts'

const expirationTimestamp = '2030-01-01T00:00:00Z'

/** Stands in for kubectl: notes its arguments, and knows one cluster. */
function kubectlFor(
  t: Test,
  cluster: object,
  create = `echo '${JSON.stringify({ status: { token: 'word', expirationTimestamp } })}'`,
) {
  const folder = t.testdir()
  const file = join(folder, 'kubectl')
  const config = JSON.stringify({ clusters: [{ cluster }] })
  const program = `#!/bin/sh
echo "$*" >>${folder}/asked
case "$*" in *view*) echo '${config}' ;; *) ${create} ;; esac
`
  writeFileSync(file, program, { mode: 0o755 })
  return { file, asked: () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') }
}

const server = 'https://cluster.example.com'

t.test('the token with what Terraform needs to know of the cluster', async t => {
  const authority = Buffer.from('ca').toString('base64')
  const kubectl = kubectlFor(t, { server, 'certificate-authority-data': authority, 'tls-server-name': 'name' })
  const { identity, expires } = await makeToken({ seconds: 3600, kubectl: kubectl.file })
  t.same(identity, {
    KUBE_HOST: server,
    KUBE_CLUSTER_CA_CERT_DATA: 'ca',
    KUBE_TOKEN: 'word',
    KUBE_TLS_SERVER_NAME: 'name',
  })
  t.same(expires, new Date(expirationTimestamp))
  t.same(kubectl.asked(), [
    'config view --raw --minify --flatten --output=json',
    'create token svc-terraform --namespace=svc-terraform --duration=3600s --output=json',
  ])
})

t.test('a kubeconfig of its own; no name of the server unless the cluster has one', async t => {
  const kubectl = kubectlFor(t, { server })
  const { identity } = await makeToken({ seconds: 600, kubectl: kubectl.file, kubeconfig: 'k' })
  t.same(identity, { KUBE_HOST: server, KUBE_CLUSTER_CA_CERT_DATA: '', KUBE_TOKEN: 'word' })
  for (const words of kubectl.asked()) t.match(words, /^--kubeconfig=k /)
})

t.test('a cluster without svc-terraform says what to apply; another failure stays as it is', async t => {
  const missing = kubectlFor(t, { server }, 'echo serviceaccounts not found >&2; exit 1')
  await t.rejects(makeToken({ seconds: 600, kubectl: missing.file }), {
    message: `${server} has no svc-terraform: apply terraform/access first`,
  })
  const forbidden = kubectlFor(t, { server }, 'echo Forbidden >&2; exit 1')
  await t.rejects(makeToken({ seconds: 600, kubectl: forbidden.file }), { message: /Forbidden/ })
})
