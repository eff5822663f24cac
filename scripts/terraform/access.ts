import { type Expression, expression, template } from './core/expression.ts'
import { inputs } from './core/inputs.ts'
import { resource, root } from './core/module.ts'
import type { KubernetesClusterRoleV1Rule } from './core/schemas/kubernetes.d.ts'
import { kinds } from './kinds.ts'
import { sharedVariables } from './modules/k8s/shared.ts'
import { accounts } from './service.ts'

const input = inputs(
  {
    name: sharedVariables.name,
    namespace: { ...sharedVariables.namespace, description: 'Namespace of the service.' },
    service_account_namespace: {
      ...kinds.namespace,
      description: 'Namespace of svc-terraform itself, out of its own reach.',
      default: accounts.apply,
    },
    readiness_gates: {
      description:
        'Whether a pod is ready only once the NLB of EKS Auto Mode sends to it; nothing else knows such gates.',
      type: 'boolean',
      default: false,
    },
    enforce_network_policies: {
      description:
        'Whether to switch on the NetworkPolicies of the whole cluster, which EKS Auto Mode otherwise ignores; only it knows the switch.',
      type: 'boolean',
      default: false,
    },
  },
  ({ namespace, service_account_namespace }) => [
    [
      'service_account_namespace',
      expression`${service_account_namespace} != ${namespace}`,
      'In the namespace of the service, svc-terraform could make itself tokens: name another one.',
    ],
  ],
)

const labels = { 'app.kubernetes.io/managed-by': 'terraform' }
const api_group = 'rbac.authorization.k8s.io'
const podSecurity = Object.fromEntries(
  ['enforce', 'audit', 'warn'].flatMap(mode => [
    [`pod-security.kubernetes.io/${mode}`, 'restricted'],
    [`pod-security.kubernetes.io/${mode}-version`, 'latest'],
  ]),
)

// What the webhook of Auto Mode looks for; the open-source controller has another label.
const gates = {
  'eks.amazonaws.com/pod-readiness-gate-inject': expression`${input.readiness_gates} ? "enabled" : "disabled"`,
}

const serviceNamespace = resource('kubernetes_namespace_v1', 'service', {
  metadata: { name: input.namespace, labels: { ...labels, ...podSecurity, ...gates } },
})

// Apart, or svc-terraform could make itself a token by a Secret or a pod.
const accountNamespace = resource('kubernetes_namespace_v1', 'terraform', {
  metadata: { name: input.service_account_namespace, labels: { ...labels, ...podSecurity } },
})

// The switch that AWS documents: "Use Network Policies with EKS Auto Mode", EKS user guide.
const enforcement = resource('kubernetes_config_map_v1', 'enforcement', {
  count: expression`${input.enforce_network_policies} ? 1 : 0`,
  metadata: { name: 'amazon-vpc-cni', namespace: 'kube-system', labels },
  data: { 'enable-network-policy-controller': 'true' },
})

const namespace = serviceNamespace.metadata[0].name

const serviceAccount = resource('kubernetes_service_account_v1', 'terraform', {
  metadata: { name: accounts.apply, namespace: accountNamespace.metadata[0].name, labels },
  automount_service_account_token: false,
})

const changes = ['get', 'patch', 'delete']

const objects: [group: string, resource: string, names: Expression[], verbs?: string[]][] = [
  ['', 'secrets', [template`${input.name}-registry`, template`${input.name}-environment`]],
  ['', 'serviceaccounts', [input.name]],
  ['', 'services', [input.name]],
  ['apps', 'deployments', [input.name]],
  ['autoscaling', 'horizontalpodautoscalers', [input.name]],
  ['networking.k8s.io', 'networkpolicies', [input.name]],
  // No input changes it, so no apply does.
  ['policy', 'poddisruptionbudgets', [input.name], ['get', 'delete']],
]

// What plan, apply and destroy of the root app do. Creation cannot be bound to names; all else is.
const applyRules: KubernetesClusterRoleV1Rule[] = [
  ...objects.flatMap(([group, resource, resource_names, verbs = changes]) => [
    { api_groups: [group], resources: [resource], verbs: ['create'] },
    { api_groups: [group], resources: [resource], resource_names, verbs },
  ]),
  // An apply that fails says why pods do not run.
  { api_groups: [''], resources: ['pods'], verbs: ['list'] },
]

// What a plan of the root app reads. A refresh reads Secrets too. This one may read the registry's alone: it opens the
// project's images, which whoever plans may read anyhow. Keys of S3 would be new to them.
const planRules = objects.map(([group, resource, names]) => ({
  api_groups: [group],
  resources: [resource],
  resource_names: names.slice(0, 1),
  verbs: ['get'],
}))

const applyRole = resource('kubernetes_cluster_role_v1', 'terraform', {
  metadata: { name: accounts.apply, labels },
  rule: applyRules,
})

const planRole = resource('kubernetes_cluster_role_v1', 'plan', {
  metadata: { name: accounts.plan, labels },
  rule: planRules,
})

const applyBinding = resource('kubernetes_role_binding_v1', 'terraform', {
  metadata: { name: accounts.apply, namespace, labels },
  role_ref: { api_group, kind: 'ClusterRole', name: applyRole.metadata[0].name },
  subject: [
    {
      kind: 'ServiceAccount',
      name: serviceAccount.metadata[0].name,
      namespace: accountNamespace.metadata[0].name,
    },
    // Whom a cloud's own accounts are mapped to.
    { kind: 'Group', name: accounts.apply, api_group },
  ],
})

const planBinding = resource('kubernetes_role_binding_v1', 'plan', {
  metadata: { name: accounts.plan, namespace, labels },
  role_ref: { api_group, kind: 'ClusterRole', name: planRole.metadata[0].name },
  subject: [{ kind: 'Group', name: accounts.plan, api_group }],
})

export const access = root('access', {
  description: 'The namespace, and svc-terraform with its rights there; applied once, by an administrator.',
  input,
  providers: { kubernetes: {} },
  resources: [
    ...[serviceNamespace, accountNamespace, serviceAccount, enforcement],
    ...[applyRole, planRole, applyBinding, planBinding],
  ],
  outputs: {
    namespace: { description: 'Namespace of the service.', value: namespace },
    service_account: {
      description: 'ServiceAccount that applies the root app.',
      value: serviceAccount.metadata[0].name,
    },
    service_account_namespace: {
      description: 'Namespace of that ServiceAccount.',
      value: serviceAccount.metadata[0].namespace,
    },
  },
})
