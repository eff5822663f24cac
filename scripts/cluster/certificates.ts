import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from '../system/run.ts'
import { apiServer, clusterName, network, pki } from './cluster.ts'

const apiServerNames = [`IP:${network.services.replace('0/16', '1')}`, 'DNS:kubernetes.default.svc']

/**
 * The users of the API server, under the names that Kubernetes gives rights to. Programs also use their certificate as
 * a server certificate: it is valid for the node's address and for the names given here.
 */
const identities: [user: string, subject: string, names?: string[]][] = [
  ['admin', '/O=system:masters/CN=administrator'],
  ['kube-apiserver', '/CN=kube-apiserver', apiServerNames],
  ['kube-controller-manager', '/CN=system:kube-controller-manager'],
  ['kube-scheduler', '/CN=system:kube-scheduler'],
  ['kubelet', '/O=system:nodes/CN=system:node:node'],
  ['kube-proxy', '/CN=system:kube-proxy'],
  ['front-proxy', '/CN=front-proxy'],
  ['metrics-server', '/CN=metrics-server', ['DNS:metrics-server.kube-system.svc']],
]

export const kubeconfigFile = (user: string) => pki(`${user}.kubeconfig`)

/** Makes an authority, a certificate and kubeconfig for each user, and the key that signs service-account tokens. */
export async function makeCertificates() {
  mkdirSync(pki(''), { mode: 0o700 })
  const certificate = (name: string, subject: string, ...more: string[]) => {
    const request = 'req -x509 -days 30 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'.split(' ')
    const files = ['-keyout', pki(`${name}.key`), '-out', pki(`${name}.crt`)]
    return run(['openssl', ...request, '-subj', subject, ...files, ...more])
  }
  await certificate('ca', `/CN=${clusterName}`)
  const byAuthority = ['-CA', pki('ca.crt'), '-CAkey', pki('ca.key'), '-addext', 'basicConstraints=critical,CA:FALSE']
  await Promise.all([
    certificate('service-account', '/CN=service-account'),
    ...identities.map(([user, subject, names = []]) => {
      const allNames = `subjectAltName=${[`IP:${network.node}`, ...names].join()}`
      return certificate(user, subject, ...byAuthority, '-addext', allNames)
    }),
  ])
  const authority = readFileSync(pki('ca.crt'))
  for (const [name] of identities) {
    const [certificate, key] = ['crt', 'key'].map(kind => readFileSync(pki(`${name}.${kind}`), 'base64'))
    const user = { 'client-certificate-data': certificate, 'client-key-data': key }
    writeFileSync(kubeconfigFile(name), kubeconfig({ server: apiServer, authority, user }), { mode: 0o600 })
  }
}

type Access = { server: string; authority: string | Buffer; user: Record<string, string | undefined> }

/**
 * Text of a kubeconfig with one cluster and one user. Takes the URL of the API server, the certificate of its authority
 * in PEM, and the user's credentials, such as `{ token }`.
 */
export function kubeconfig({ server, authority, user }: Access): string {
  const cluster = { server, 'certificate-authority-data': Buffer.from(authority).toString('base64') }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: clusterName, cluster }],
    users: [{ name: 'user', user }],
    contexts: [{ name: clusterName, context: { cluster: clusterName, user: 'user' } }],
    'current-context': clusterName,
  })
}
