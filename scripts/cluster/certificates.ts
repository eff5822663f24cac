import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiServer, network, pki, runFolder } from './places.ts'
import { run } from './run.ts'

const apiServerNames = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc'].map(name => `DNS:${name}`)

/** Who is who, by the names that Kubernetes gives rights to, and what each is called by as a server, beside the node. */
const identities: [file: string, subject: string, names?: string[]][] = [
  ['admin', '/O=system:masters/CN=administrator'],
  ['kube-apiserver', '/CN=kube-apiserver', ['IP:10.96.0.1', ...apiServerNames]],
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
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', pki(`${file}.key`)]
    return run([
      'openssl',
      'req',
      '-x509',
      '-days',
      '30',
      '-subj',
      subject,
      ...key,
      '-out',
      pki(`${file}.crt`),
      ...more,
    ])
  }
  await certificate('ca', '/CN=mirror-cluster')
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

export const kubeconfigFile = (user: string) => join(runFolder, 'pki', `${user}.kubeconfig`)

function kubeconfig(user: string) {
  const data = (file: string) => readFileSync(pki(file), 'base64')
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'cluster', cluster: { server: apiServer, 'certificate-authority-data': data('ca.crt') } }],
    users: [
      {
        name: user,
        user: { 'client-certificate-data': data(`${user}.crt`), 'client-key-data': data(`${user}.key`) },
      },
    ],
    contexts: [{ name: 'mirror-cluster', context: { cluster: 'cluster', user } }],
    'current-context': 'mirror-cluster',
  })
}
