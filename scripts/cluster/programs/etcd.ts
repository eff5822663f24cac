import { network, pki } from '../places.ts'
import { answers } from '../request.ts'
import type { Program } from './program.ts'

export const etcdAddress = `https://${network.node}:2379`

/** Certificates on both sides: pods reach this address too. */
export const etcd: Program = {
  name: 'etcd',
  command: [
    'etcd',
    '--data-dir=/var/lib/etcd',
    `--listen-client-urls=${etcdAddress}`,
    `--advertise-client-urls=${etcdAddress}`,
    '--listen-peer-urls=http://127.0.0.1:2380',
    '--client-cert-auth',
    `--trusted-ca-file=${pki('ca.crt')}`,
    `--cert-file=${pki('kube-apiserver.crt')}`,
    `--key-file=${pki('kube-apiserver.key')}`,
    '--unsafe-no-fsync', // the cluster does not outlive the machine
  ],
  check: () => answers(`${etcdAddress}/health`),
}
