import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, network, pki } from '../places.ts'
import { readObject } from '../request.ts'
import { run } from '../run.ts'
import type { Stage } from '../stage.ts'
import type { Program } from './program.ts'

const port = 4443

export const metricsServer = ({ built, kubectl, kubeconfig }: Stage): Program => ({
  name: 'metrics-server',
  prepare: () => {
    const registration = JSON.stringify(objects(readFileSync(pki('ca.crt'), 'base64')))
    return run([kubectl, `--kubeconfig=${kubeconfig}`, 'apply', '--filename=-'], { input: registration })
  },
  command: [
    join(built.metricsServer, 'metrics-server'),
    ...['', 'authentication-', 'authorization-'].map(use => `--${use}kubeconfig=${kubeconfigFile('admin')}`),
    `--bind-address=${network.node}`,
    `--secure-port=${port}`,
    `--tls-cert-file=${pki('metrics-server.crt')}`,
    `--tls-private-key-file=${pki('metrics-server.key')}`,
    `--kubelet-certificate-authority=${pki('ca.crt')}`,
    `--kubelet-client-certificate=${pki('admin.crt')}`,
    `--kubelet-client-key=${pki('admin.key')}`,
    '--kubelet-preferred-address-types=InternalIP',
    '--kubelet-request-timeout=5s',
    '--metric-resolution=10s',
  ],
  check: async () => {
    const { items } = (await readObject(`${apiServer}/apis/metrics.k8s.io/v1beta1/nodes`)) as { items?: unknown[] }
    if (!items?.length) throw new Error('there are no figures of the node yet')
  },
})

/** Registers it by its address, for it runs on the node itself and not in a pod. */
function objects(caBundle: string) {
  const metadata = { name: 'metrics-server', namespace: 'kube-system' }
  const ports = [{ name: 'https', port, protocol: 'TCP' }]
  const items = [
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports } },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...metadata, labels: { 'kubernetes.io/service-name': metadata.name } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [network.node], conditions: { ready: true } }],
      ports,
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        service: { ...metadata, port },
        caBundle,
      },
    },
  ]
  return { apiVersion: 'v1', kind: 'List', items }
}
