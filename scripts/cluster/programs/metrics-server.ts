import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, network, pki } from '../places.ts'
import { readObject } from '../request.ts'
import type { Stage } from '../stage.ts'
import type { Program } from './program.ts'

const port = 4443

export const metricsServer = ({ built, kubectl, kubeconfig }: Stage): Program => ({
  name: 'metrics-server',
  prepare: () =>
    run([kubectl, `--kubeconfig=${kubeconfig}`, 'apply', '--filename=-'], {
      input: registration(readFileSync(pki('ca.crt'), 'base64')),
    }),
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

/** Registers it by the node's address, for it runs on the node itself and not in a pod. */
function registration(caBundle: string) {
  const metadata = { name: 'metrics-server', namespace: 'kube-system' }
  const [group, version] = ['metrics.k8s.io', 'v1beta1']
  const service = { ...metadata, port }
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
