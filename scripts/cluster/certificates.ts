import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from '../system/run.ts'
import { apiServer, clusterName, network, pki } from './places.ts'

const apiServerNames = [`IP:${network.services.replace('0/16', '1')}`, 'DNS:kubernetes.default.svc']

/** Who is who, by the names that Kubernetes gives rights to, and what each is called by as a server, beside the node. */
const identities: [file: string, subject: string, names?: string[]][] = [
  ['admin', '/O=system:masters/CN=administrator'],
  ['kube-apiserver', '/CN=kube-apiserver', apiServerNames],
  ['kube-controller-manager', '/CN=system:kube-controller-manager'],
  ['kube-scheduler', '/CN=system:kube-scheduler'],
  ['kubelet', '/O=system:nodes/CN=system:node:node'],
  ['kube-proxy', '/CN=system:kube-proxy'],
  ['front-proxy', '/CN=front-proxy'],
  ['metrics-server', '/CN=metrics-server', ['DNS:metrics-server.kube-system.svc']],
]

/** Makes an authority, a certificate and a kubeconfig for everyone, and the key that signs service-account tokens. */
export async function makeCertificates() {
  mkdirSync(pki(''), { mode: 0o700 })
  const certificate = (file: string, subject: string, ...more: string[]) => {
    const kind = 'req -x509 -days 30 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'.split(' ')
    const files = ['-keyout', pki(`${file}.key`), '-out', pki(`${file}.crt`)]
    return run(['openssl', ...kind, '-subj', subject, ...files, ...more])
  }
  await certificate('ca', `/CN=${clusterName}`)
  const byAuthority = ['-CA', pki('ca.crt'), '-CAkey', pki('ca.key'), '-addext', 'basicConstraints=critical,CA:FALSE']
  await Promise.all([
    certificate('service-account', '/CN=service-account'),
    ...identities.map(([file, subject, names = []]) => {
      const allNames = `subjectAltName=${[`IP:${network.node}`, ...names].join()}`
      return certificate(file, subject, ...byAuthority, '-addext', allNames)
    }),
  ])
  for (const [file] of identities) writeFileSync(kubeconfigFile(file), kubeconfig(file), { mode: 0o600 })
}

export const kubeconfigFile = (user: string) => pki(`${user}.kubeconfig`)

function kubeconfig(name: string) {
  const data = (file: string) => readFileSync(pki(file), 'base64')
  const user = { 'client-certificate-data': data(`${name}.crt`), 'client-key-data': data(`${name}.key`) }
  const cluster = { server: apiServer, 'certificate-authority-data': data('ca.crt') }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: clusterName, cluster }],
    users: [{ name, user }],
    contexts: [{ name: clusterName, context: { cluster: clusterName, user: name } }],
    'current-context': clusterName,
  })
}
