import { join } from 'node:path'
import { kubeconfigFile } from '../certificates.ts'
import { apiServer, type Cluster, network, pki, runFolder } from '../cluster.ts'
import { expectStatus } from '../request.ts'
import { flags, type Program, serverCertificate } from './program.ts'

const etcdAddress = `https://${network.node}:2379`

export const etcd: Program = {
  name: 'etcd',
  command: [
    'etcd',
    ...flags({
      'data-dir': '/var/lib/etcd',
      'listen-client-urls': etcdAddress,
      'advertise-client-urls': etcdAddress,
      'listen-peer-urls': 'http://127.0.0.1:2380',
      'client-cert-auth': true, // pods reach this address too
      'trusted-ca-file': pki('ca.crt'),
      'cert-file': pki('kube-apiserver.crt'),
      'key-file': pki('kube-apiserver.key'),
      'unsafe-no-fsync': true, // the cluster does not survive a reboot anyway
    }),
  ],
  check: () => expectStatus(`${etcdAddress}/health`),
}

const auditPolicyFile = join(runFolder, 'audit-policy.json')

const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata', users: ['system:serviceaccount:svc-terraform:svc-terraform'] }, { level: 'None' }],
}

export const kubeApiserver = ({ built, auditLog }: Cluster): Program => ({
  name: 'kube-apiserver',
  files: { [auditPolicyFile]: JSON.stringify(auditPolicy) },
  command: [
    join(built.kubernetes, 'kube-apiserver'),
    ...flags({
      ...serverCertificate('kube-apiserver'),
      'bind-address': network.node,
      'advertise-address': network.node,
      'service-cluster-ip-range': network.services,
      'etcd-servers': etcdAddress,
      'etcd-cafile': pki('ca.crt'),
      'etcd-certfile': pki('kube-apiserver.crt'),
      'etcd-keyfile': pki('kube-apiserver.key'),
      'client-ca-file': pki('ca.crt'),
      'kubelet-certificate-authority': pki('ca.crt'),
      'kubelet-client-certificate': pki('admin.crt'),
      'kubelet-client-key': pki('admin.key'),
      'kubelet-preferred-address-types': 'InternalIP', // else `kubectl logs` looks the node up in DNS
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': pki('service-account.crt'),
      'service-account-signing-key-file': pki('service-account.key'),
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins': 'NodeRestriction',
      'allow-privileged': true,
      'audit-policy-file': auditPolicyFile,
      'audit-log-path': auditLog,
      // How it tells metrics-server on whose behalf it asks.
      'requestheader-client-ca-file': pki('ca.crt'),
      'requestheader-allowed-names': 'front-proxy',
      'requestheader-username-headers': 'X-Remote-User',
      'requestheader-group-headers': 'X-Remote-Group',
      'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
      'proxy-client-cert-file': pki('front-proxy.crt'),
      'proxy-client-key-file': pki('front-proxy.key'),
    }),
  ],
  check: () => expectStatus(`${apiServer}/readyz`),
})

export const controllerManager = ({ built }: Cluster): Program => ({
  name: 'kube-controller-manager',
  command: [
    join(built.kubernetes, 'kube-controller-manager'),
    ...flags({
      ...serverCertificate('kube-controller-manager'),
      kubeconfig: kubeconfigFile('kube-controller-manager'),
      'use-service-account-credentials': true,
      'service-account-private-key-file': pki('service-account.key'),
      'root-ca-file': pki('ca.crt'),
      'leader-elect': false,
      'horizontal-pod-autoscaler-sync-period': '5s',
    }),
  ],
  check: () => expectStatus(`https://${network.node}:10257/healthz`),
})

export const scheduler = ({ built }: Cluster): Program => ({
  name: 'kube-scheduler',
  command: [
    join(built.kubernetes, 'kube-scheduler'),
    ...flags({
      ...serverCertificate('kube-scheduler'),
      kubeconfig: kubeconfigFile('kube-scheduler'),
      'leader-elect': false,
    }),
  ],
  check: () => expectStatus(`https://${network.node}:10259/healthz`),
})
