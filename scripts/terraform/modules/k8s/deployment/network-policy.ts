import { type Expression, expression, type Value } from '../../../core/expression.ts'
import { resource } from '../../../core/module.ts'
import { metadata, selector } from '../shared.ts'
import { input } from './inputs.ts'

/** Addresses of clusters, of the networks around them and of their nodes: no server on the internet has one. */
const privateRanges = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16']

const podIdentityAgent = ['169.254.170.23/32', 'fd00:ec2::23/128']

const tcp = (port: Expression) => ({ protocol: 'TCP', port: expression`tostring(${port})` })
const addresses = (cidrs: string[]) => cidrs.map(cidr => ({ ip_block: { cidr } }))
const podsOf = (values: Value<string[]>) => ({
  namespace_selector: { match_expressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
})

const scraping = {
  // No rule where no namespace is named: it would admit everybody.
  for_each: expression`${input.metrics_port} == null || length(${input.scraping_namespaces}) == 0 ? [] : [${input.metrics_port}]`,
  content: { ports: [tcp(expression`ingress.value`)], from: [podsOf(input.scraping_namespaces)] },
}

const dns = {
  ports: [
    { protocol: 'TCP', port: '53' },
    { protocol: 'UDP', port: '53' },
  ],
  // DNS may be in pods, on the node or at a link-local address. Each range that the rule for storage excepts is named here:
  // in EKS an exception beats a rule for all addresses (aws/amazon-network-policy-controller-k8s#146).
  to: [...addresses([...privateRanges, 'fc00::/7']), podsOf(['kube-system'])],
}

const publicOnly = expression`to.value == "0.0.0.0/0" ? ${privateRanges} : null`

const storage = {
  ports: [tcp(input.storage_port)],
  dynamic: {
    to: {
      for_each: input.storage_cidrs,
      content: { ip_block: { cidr: expression`to.value`, except: publicOnly } },
    },
  },
}

/** Whom the pods reach, and who reaches them. Replies are admitted too, and so is their node, with its probes. */
export const networkPolicy = resource('kubernetes_network_policy_v1', 'service', {
  count: expression`${input.network_policy} ? 1 : 0`,
  metadata: metadata(),
  spec: {
    pod_selector: { match_labels: selector },
    policy_types: ['Ingress', 'Egress'],
    // From anywhere: the load balancer says who may call, and may send under the addresses of its clients.
    ingress: [{ ports: [tcp(input.port)] }],
    dynamic: { ingress: scraping },
    egress: [dns, { ports: [{ protocol: 'TCP', port: '80' }], to: addresses(podIdentityAgent) }, storage],
  },
})
