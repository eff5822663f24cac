import { join } from 'node:path'
import { run } from '../../system/run.ts'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, clusterName, network, pki, runFolder } from '../places.ts'
import { readObject } from '../request.ts'
import type { Stage } from '../stage.ts'
import type { Program } from './program.ts'

const [configFile, nameServers] = [join(runFolder, 'kubelet.json'), join(runFolder, 'resolv.conf')]

const configuration = {
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
  // Nothing here needs DNS. Nobody listens there, so that a pod that asks is refused at once and need not wait.
  clusterDNS: [network.node],
  resolvConf: nameServers,
}

export const kubelet = ({ built, enter }: Stage): Program => ({
  name: 'kubelet',
  files: { [configFile]: JSON.stringify(configuration), [nameServers]: '' },
  prepare: () => run([...enter, 'ctr', '--namespace', 'k8s.io', 'images', 'import', join(built.pause, 'pause.tar')]),
  command: [
    join(built.kubernetes, 'kubelet'),
    `--config=${configFile}`,
    `--kubeconfig=${kubeconfigFile('kubelet')}`,
    '--hostname-override=node',
    `--node-ip=${network.node}`,
    '--node-labels=topology.kubernetes.io/zone=zone',
  ],
  check: async () => {
    const { status } = (await readObject(`${apiServer}/api/v1/nodes/node`)) as Node
    const ready = status?.conditions?.find(({ type }) => type === 'Ready')
    if (ready?.status !== 'True') throw new Error(`the node is not ready: ${ready?.message ?? 'it is not there'}`)
  },
})

type Node = { status?: { conditions?: { type: string; status: string; message: string }[] } }
