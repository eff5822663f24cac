import { join } from 'node:path'
import { apiServer, network, pki, runFolder } from '../places.ts'
import { answers } from '../request.ts'
import type { Stage } from '../stage.ts'
import { etcdAddress } from './etcd.ts'
import type { Program } from './program.ts'

const auditPolicyFile = join(runFolder, 'audit-policy.json')

const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata', users: ['system:serviceaccount:svc-terraform:svc-terraform'] }, { level: 'None' }],
}

export const kubeApiserver = ({ built, auditLog }: Stage): Program => ({
  name: 'kube-apiserver',
  files: { [auditPolicyFile]: JSON.stringify(auditPolicy) },
  command: [
    join(built.kubernetes, 'kube-apiserver'),
    ...flags({
      'bind-address': network.node,
      'advertise-address': network.node,
      'service-cluster-ip-range': network.services,
      'etcd-servers': etcdAddress,
      'etcd-cafile': pki('ca.crt'),
      'etcd-certfile': pki('kube-apiserver.crt'),
      'etcd-keyfile': pki('kube-apiserver.key'),
      'tls-cert-file': pki('kube-apiserver.crt'),
      'tls-private-key-file': pki('kube-apiserver.key'),
      'client-ca-file': pki('ca.crt'),
      'kubelet-certificate-authority': pki('ca.crt'),
      'kubelet-client-certificate': pki('admin.crt'),
      'kubelet-client-key': pki('admin.key'),
      'kubelet-preferred-address-types': 'InternalIP', // or `kubectl logs` asks DNS for the node
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': pki('service-account.crt'),
      'service-account-signing-key-file': pki('service-account.key'),
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins': 'NodeRestriction',
      'allow-privileged': true,
      'audit-policy-file': auditPolicyFile,
      'audit-log-path': auditLog,
      // How it introduces whom it speaks for to metrics-server.
      'requestheader-client-ca-file': pki('ca.crt'),
      'requestheader-allowed-names': 'front-proxy',
      'requestheader-username-headers': 'X-Remote-User',
      'requestheader-group-headers': 'X-Remote-Group',
      'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
      'proxy-client-cert-file': pki('front-proxy.crt'),
      'proxy-client-key-file': pki('front-proxy.key'),
    }),
  ],
  check: () => answers(`${apiServer}/readyz`),
})

const flags = (values: Record<string, string | boolean>) =>
  Object.entries(values).map(([flag, value]) => `--${flag}=${value}`)
