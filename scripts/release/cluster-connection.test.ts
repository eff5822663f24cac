import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { terraformProblem } from '../system/terraform.ts'
import { clusterConnection } from './cluster-connection.ts'

const server = 'https://cluster.example.com'
const base64 = (text: string) => Buffer.from(text).toString('base64')

t.test('by variables: the certificate is checked unless KUBE_INSECURE is true', async t => {
  const env = { KUBE_HOST: server, KUBE_CLUSTER_CA_CERT_DATA: 'ca', KUBE_TOKEN: 'word', KUBE_TLS_SERVER_NAME: 'name' }
  const headers = { authorization: 'Bearer word' }
  t.match(await clusterConnection(env), { server, ca: 'ca', rejectUnauthorized: true, servername: 'name', headers })
  t.match(await clusterConnection({ ...env, KUBE_INSECURE: 'true' }), { rejectUnauthorized: false })
})

const skip = (await terraformProblem()) ?? false

t.test('by a kubeconfig: the certificate is checked unless it says otherwise', { skip }, async t => {
  const kubeconfig = (more: object) => {
    const file = join(t.testdirName, 'config')
    const cluster = { server, 'certificate-authority-data': base64('ca'), 'tls-server-name': 'name', ...more }
    const user = { 'client-certificate-data': base64('cert'), 'client-key': 'key.pem' }
    const config = {
      'current-context': 'x',
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user }],
    }
    writeFileSync(file, JSON.stringify(config))
    return { KUBE_CONFIG_PATH: file }
  }
  t.testdir({ 'key.pem': 'key' })
  const found = await clusterConnection(kubeconfig({}))
  t.match(found, { server, rejectUnauthorized: true, servername: 'name' })
  t.same([found.ca, found.cert, found.key].map(String), ['ca', 'cert', 'key'])
  t.match(await clusterConnection(kubeconfig({ 'insecure-skip-tls-verify': true })), { rejectUnauthorized: false })
})
