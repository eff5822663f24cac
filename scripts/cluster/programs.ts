import { join } from 'node:path'
import { kubeconfigFile } from './certificates.ts'
import { loadBalancerPort, network, pki } from './places.ts'
import { containerd } from './programs/containerd.ts'
import { etcd } from './programs/etcd.ts'
import { kubeApiserver } from './programs/kube-apiserver.ts'
import { kubelet } from './programs/kubelet.ts'
import { metricsServer } from './programs/metrics-server.ts'
import type { Program } from './programs/program.ts'
import { registry } from './programs/registry.ts'
import { answers } from './request.ts'
import type { Stage } from './stage.ts'

const { node } = network

/** Every program of the cluster in groups; a group starts when the one before works. */
export const programs = (stage: Stage): Program[][] => [
  [etcd, registry(stage), moto(stage), containerd(stage)],
  [kubeApiserver(stage)],
  [controllerManager(stage), scheduler(stage), kubelet(stage), kubeProxy(stage), loadBalancer],
  [metricsServer(stage)],
]

const moto = ({ built, aws }: Stage): Program => ({
  name: 'moto',
  command: [...built.moto, '-H', node, '-p', new URL(aws.endpoint).port],
  check: () => answers(`${aws.endpoint}/moto-api/`),
})

const loadBalancer: Program = {
  name: 'load-balancer',
  command: [process.execPath, join(import.meta.dirname, 'assign-addresses.ts')],
  check: () => answers(`http://${node}:${loadBalancerPort}`),
}

const server = (name: string) => [
  `--tls-cert-file=${pki(`${name}.crt`)}`,
  `--tls-private-key-file=${pki(`${name}.key`)}`,
]

const controllerManager = ({ built }: Stage): Program => ({
  name: 'kube-controller-manager',
  command: [
    join(built.kubernetes, 'kube-controller-manager'),
    `--kubeconfig=${kubeconfigFile('kube-controller-manager')}`,
    '--use-service-account-credentials',
    `--service-account-private-key-file=${pki('service-account.key')}`,
    `--root-ca-file=${pki('ca.crt')}`,
    ...server('kube-controller-manager'),
    '--leader-elect=false',
    '--horizontal-pod-autoscaler-sync-period=5s',
  ],
  check: () => answers(`https://${node}:10257/healthz`),
})

const scheduler = ({ built }: Stage): Program => ({
  name: 'kube-scheduler',
  command: [
    join(built.kubernetes, 'kube-scheduler'),
    `--kubeconfig=${kubeconfigFile('kube-scheduler')}`,
    ...server('kube-scheduler'),
    '--leader-elect=false',
  ],
  check: () => answers(`https://${node}:10259/healthz`),
})

const kubeProxy = ({ built }: Stage): Program => ({
  name: 'kube-proxy',
  command: [
    join(built.kubernetes, 'kube-proxy'),
    `--kubeconfig=${kubeconfigFile('kube-proxy')}`,
    '--hostname-override=node',
    '--proxy-mode=iptables',
    `--cluster-cidr=${network.pods}`,
    // These limits belong to the host: only its own network namespace may set them.
    '--conntrack-max-per-core=0',
    '--conntrack-tcp-timeout-established=0',
    '--conntrack-tcp-timeout-close-wait=0',
  ],
  check: () => answers(`http://${node}:10256/healthz`),
})
