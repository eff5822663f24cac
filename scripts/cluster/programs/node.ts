import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { pauseImage } from '../build.ts'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, type Cluster, clusterName, network, pki, runFolder } from '../cluster.ts'
import { expectStatus, readObject } from '../request.ts'
import { networkPlugins } from '../requirements.ts'
import { flags, type Program } from './program.ts'

const containerdFile = join(runFolder, 'containerd.toml')
const networksFolder = join(runFolder, 'networks')
const hostsFolder = join(runFolder, 'hosts')

const podNetwork = {
  cniVersion: '0.4.0',
  name: 'pods',
  plugins: [
    {
      type: 'bridge',
      bridge: 'pods',
      isGateway: true,
      ipMasq: true,
      hairpinMode: true,
      ipam: { type: 'host-local', ranges: [[{ subnet: network.pods }]], routes: [{ dst: '0.0.0.0/0' }] },
    },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
}

export const containerd = ({ registry, enter }: Cluster): Program => ({
  name: 'containerd',
  files: {
    [containerdFile]: `version = 2
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  restrict_oom_score_adj = true
[plugins."io.containerd.grpc.v1.cri".cni]
  bin_dir = "${networkPlugins()}"
  conf_dir = "${networksFolder}"
[plugins."io.containerd.grpc.v1.cri".registry]
  config_path = "${hostsFolder}"
`,
    [join(networksFolder, 'pods.conflist')]: JSON.stringify(podNetwork),
    [join(hostsFolder, registry.address, 'hosts.toml')]: `[host."http://${registry.address}"]\n`,
  },
  command: ['containerd', '--config', containerdFile],
  check: () => run([...enter, 'ctr', 'version']),
})

const kubeletFile = join(runFolder, 'kubelet.json')
const nameServersFile = join(runFolder, 'resolv.conf')

const kubeletConfiguration = {
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  authentication: { anonymous: { enabled: false }, x509: { clientCAFile: pki('ca.crt') } },
  tlsCertFile: pki('kubelet.crt'),
  tlsPrivateKeyFile: pki('kubelet.key'),
  containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
  cgroupDriver: 'cgroupfs',
  cgroupRoot: `/${clusterName}`,
  failCgroupV1: false,
  failSwapOn: false,
  evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
  // The cluster has no DNS. Nothing listens at this address, so a pod that asks is refused at once and does not wait.
  clusterDNS: [network.node],
  resolvConf: nameServersFile,
}

type Node = { status?: { conditions?: { type: string; status: string; message: string }[] } }

export const kubelet = ({ built, enter }: Cluster): Program => ({
  name: 'kubelet',
  files: { [kubeletFile]: JSON.stringify(kubeletConfiguration), [nameServersFile]: '' },
  prepare: () => run([...enter, 'ctr', '--namespace', 'k8s.io', 'images', 'import', join(built.pause, 'pause.tar')]),
  command: [
    join(built.kubernetes, 'kubelet'),
    ...flags({
      config: kubeletFile,
      kubeconfig: kubeconfigFile('kubelet'),
      'hostname-override': 'node',
      'node-ip': network.node,
      'node-labels': 'topology.kubernetes.io/zone=zone',
    }),
  ],
  check: async () => {
    const { status } = (await readObject(`${apiServer}/api/v1/nodes/node`)) as Node
    const ready = status?.conditions?.find(({ type }) => type === 'Ready')
    if (ready?.status !== 'True') throw new Error(`the node is not ready: ${ready?.message ?? 'it is not registered'}`)
  },
})

export const kubeProxy = ({ built }: Cluster): Program => ({
  name: 'kube-proxy',
  command: [
    join(built.kubernetes, 'kube-proxy'),
    ...flags({
      kubeconfig: kubeconfigFile('kube-proxy'),
      'hostname-override': 'node',
      'proxy-mode': 'iptables',
      'cluster-cidr': network.pods,
      // 0 leaves these limits as they are: they belong to the host, and the node may not set them.
      'conntrack-max-per-core': 0,
      'conntrack-tcp-timeout-established': 0,
      'conntrack-tcp-timeout-close-wait': 0,
    }),
  ],
  check: () => expectStatus(`http://${network.node}:10256/healthz`),
})

/** It does no routing here, only enforces NetworkPolicies: it refuses what they do not admit. */
export const kubeRouter = ({ built }: Cluster): Program => ({
  name: 'kube-router',
  command: [
    join(built.kubeRouter, 'kube-router'),
    ...flags({
      kubeconfig: kubeconfigFile('admin'),
      'hostname-override': 'node',
      'run-firewall': true,
      'run-router': false,
      'run-service-proxy': false,
      'run-loadbalancer': false,
      'service-cluster-ip-range': network.services,
      'loadbalancer-ip-range': network.loadBalancers,
      'iptables-sync-period': '5s',
    }),
  ],
  check: () => expectStatus(`http://${network.node}:20244/healthz`),
})
