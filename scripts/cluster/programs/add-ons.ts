import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, type Cluster, network, pki, runFolder } from '../cluster.ts'
import { expectStatus, readObject } from '../request.ts'
import { flags, type Program, serverCertificate } from './program.ts'

const registryFile = join(runFolder, 'registry.json')
const passwordFile = join(runFolder, 'registry.htpasswd')

export const registry = ({ registry: { address, user, password } }: Cluster): Program => ({
  name: 'docker-registry',
  files: {
    [registryFile]: JSON.stringify({
      version: '0.1',
      http: { addr: address },
      storage: { filesystem: { rootdirectory: join(runFolder, 'registry') }, delete: { enabled: true } },
      auth: { htpasswd: { realm: 'mirror-cluster', path: passwordFile } },
    }),
  },
  prepare: async () => writeFileSync(passwordFile, await run(['htpasswd', '-Bin', user], { input: password })),
  command: ['docker-registry', 'serve', registryFile],
  check: () => expectStatus(`http://${address}/v2/`, 401),
})

export const moto = ({ built, aws }: Cluster): Program => ({
  name: 'moto',
  command: [...built.moto, '-H', network.node, '-p', new URL(aws.endpoint).port],
  check: () => expectStatus(`${aws.endpoint}/moto-api/`),
})

const loadBalancerPort = '8080'

export const loadBalancer: Program = {
  name: 'load-balancer',
  command: [process.execPath, join(import.meta.dirname, '../assign-addresses.ts'), loadBalancerPort],
  check: () => expectStatus(`http://${network.node}:${loadBalancerPort}`),
}

const metricsPort = 4443

export const metricsServer = ({ built, kubectl, kubeconfig }: Cluster): Program => ({
  name: 'metrics-server',
  prepare: () =>
    run([kubectl, `--kubeconfig=${kubeconfig}`, 'apply', '--filename=-'], {
      input: metricsRegistration(readFileSync(pki('ca.crt'), 'base64')),
    }),
  command: [
    join(built.metricsServer, 'metrics-server'),
    ...flags({
      ...serverCertificate('metrics-server'),
      kubeconfig: kubeconfigFile('admin'),
      'authentication-kubeconfig': kubeconfigFile('admin'),
      'authorization-kubeconfig': kubeconfigFile('admin'),
      'bind-address': network.node,
      'secure-port': metricsPort,
      'kubelet-certificate-authority': pki('ca.crt'),
      'kubelet-client-certificate': pki('admin.crt'),
      'kubelet-client-key': pki('admin.key'),
      'kubelet-preferred-address-types': 'InternalIP',
      'kubelet-request-timeout': '5s',
      'metric-resolution': '10s',
    }),
  ],
  check: async () => {
    const { items } = (await readObject(`${apiServer}/apis/metrics.k8s.io/v1beta1/nodes`)) as { items?: unknown[] }
    if (!items?.length) throw new Error('there are no metrics of the node yet')
  },
})

/** Registers metrics-server under the node's address, because it runs on the node and not in a pod. */
function metricsRegistration(caBundle: string) {
  const metadata = { name: 'metrics-server', namespace: 'kube-system' }
  const [group, version] = ['metrics.k8s.io', 'v1beta1']
  const service = { ...metadata, port: metricsPort }
  const items = [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'ExternalName', externalName: network.node } },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `${version}.${group}` },
      spec: { group, version, groupPriorityMinimum: 100, versionPriority: 100, service, caBundle },
    },
  ]
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
}
