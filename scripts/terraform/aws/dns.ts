import { awsProvider } from '../aws-provider.ts'
import { expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, local, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { k8sService } from '../modules/k8s/service.ts'
import { service } from '../service.ts'

const { name, namespace, port: load_balancer_port } = k8sService.variables

const input = inputs({
  region: kinds.region,
  domain: {
    description: 'Domain of the names service.DOMAIN and cluster.DOMAIN.',
    type: 'string',
    pattern: '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$',
    message: 'Write the domain in lower case, such as infr.example.com, without a dot at the end.',
  },
  zone_id: {
    ...kinds.optional,
    description: 'Hosted zone of the domain; null to create one.',
    pattern: '^Z[0-9A-Z]+$',
    message: 'The id of a hosted zone is a Z with capitals and digits, such as Z0123456789ABCDEFGHIJ.',
  },
  cluster_name: kinds.clusterName,
  cluster_ttl_seconds: {
    ...kinds.seconds,
    description: 'Time that resolvers keep the address of the cluster; lower it before you replace the cluster.',
    default: 300,
  },
  name,
  namespace,
  load_balancer_port,
  tags: kinds.tags,
})

const zone = resource('aws_route53_zone', 'domain', {
  count: expression`${input.zone_id} == null ? 1 : 0`,
  name: input.domain,
})
const zone_id = local('zone_id', expression`coalesce(${input.zone_id}, ${one(zone).zone_id})`)

const cluster = data('aws_eks_cluster', 'cluster', { name: input.cluster_name })
// The host in https://host.
const clusterHost = expression`split("/", ${cluster.endpoint})[2]`

// The cluster's certificate has another name, so clients need tls-server-name.
const clusterRecord = resource('aws_route53_record', 'cluster', {
  zone_id,
  name: template`cluster.${input.domain}`,
  type: 'CNAME',
  ttl: input.cluster_ttl_seconds,
  records: [clusterHost],
})

// Found by the tags that EKS gives it: the next plan finds a new load balancer by itself.
const loadBalancer = data('aws_lb', 'service', {
  tags: {
    'eks:eks-cluster-name': input.cluster_name,
    'service.eks.amazonaws.com/resource': 'LoadBalancer',
    'service.eks.amazonaws.com/stack': template`${input.namespace}/${input.name}`,
  },
})

const serviceName = template`service.${input.domain}`

// An alias has the time to live of its target: 60 s for a load balancer.
const serviceRecord = resource('aws_route53_record', 'service', {
  zone_id,
  name: serviceName,
  type: 'A',
  alias: { name: loadBalancer.dns_name, zone_id: loadBalancer.zone_id, evaluate_target_health: true },
})

// Checks the service as a user reaches it, through DNS and load balancer. No record depends on the result, because
// there is no other place to send users to.
const healthCheck = resource('aws_route53_health_check', 'service', {
  // The checkers are on the internet and cannot reach an internal load balancer.
  count: expression`${loadBalancer.internal} ? 0 : 1`,
  type: 'HTTP',
  fqdn: serviceName,
  port: input.load_balancer_port,
  resource_path: service.readiness,
  request_interval: 30,
  failure_threshold: 3,
})

const port = expression`${input.load_balancer_port} == 80 ? "" : format(":%d", ${input.load_balancer_port})`

export const dns = root('aws/dns', {
  description: 'DNS names for service and cluster in Route 53, and a health check of the service.',
  input,
  providers: { aws: awsProvider(input) },
  resources: [zone, zone_id, cluster, clusterRecord, loadBalancer, serviceRecord, healthCheck],
  outputs: {
    service: { description: 'Address of the service.', value: template`http://${serviceName}${port}` },
    cluster: { description: "Address of the cluster's API.", value: template`https://cluster.${input.domain}` },
    cluster_tls_server_name: {
      description: "Name in the cluster's certificate, for tls-server-name in a kubeconfig.",
      value: clusterHost,
    },
    name_servers: {
      description: 'Name servers to enter at the parent domain; null if the hosted zone existed already.',
      value: one(zone).name_servers,
    },
    health_check: {
      description: 'Id of the health check, for an alarm; null for an internal load balancer.',
      value: one(healthCheck).id,
    },
  },
})
