import { expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, local, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { variables as balancer } from '../modules/k8s/service/variables.ts'
import { service } from '../service.ts'

const { name, namespace, port: load_balancer_port } = balancer

const input = inputs({
  region: kinds.region,
  domain: {
    description: 'Domain below which the names service and cluster are.',
    type: 'string',
    pattern: '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$',
    message: 'A domain is lower-case labels with a dot between, such as infr.example.com, without a dot at the end.',
  },
  zone_id: {
    ...kinds.optional,
    description: 'Hosted zone that has the domain already; null to make one for it.',
    pattern: '^Z[0-9A-Z]+$',
    message: 'The id of a hosted zone is a Z with capitals and digits, such as Z0123456789ABCDEFGHIJ.',
  },
  cluster_name: kinds.clusterName,
  cluster_ttl_seconds: {
    ...kinds.seconds,
    description: 'Time for which resolvers keep where the cluster is; lower it a while before the cluster is replaced.',
    default: 300,
  },
  name,
  namespace,
  load_balancer_port,
})

const zone = resource('aws_route53_zone', 'domain', {
  count: expression`${input.zone_id} == null ? 1 : 0`,
  name: input.domain,
})
const zone_id = local('zone_id', expression`coalesce(${input.zone_id}, ${one(zone).zone_id})`)

const cluster = data('aws_eks_cluster', 'cluster', { name: input.cluster_name })
// Of https://host, the host.
const clusterHost = expression`split("/", ${cluster.endpoint})[2]`

// Of the cluster's host the certificate has another name, which clients have to be told: tls-server-name.
const clusterRecord = resource('aws_route53_record', 'cluster', {
  zone_id,
  name: template`cluster.${input.domain}`,
  type: 'CNAME',
  ttl: input.cluster_ttl_seconds,
  records: [clusterHost],
})

// The tags that EKS gives: a load balancer made anew is found at the next plan, with no value to be copied in between.
const loadBalancer = data('aws_lb', 'service', {
  tags: {
    'eks:eks-cluster-name': input.cluster_name,
    'service.eks.amazonaws.com/resource': 'LoadBalancer',
    'service.eks.amazonaws.com/stack': template`${input.namespace}/${input.name}`,
  },
})

const serviceName = template`service.${input.domain}`

// An alias has the time to live of what it leads to: 60 s for a load balancer.
const serviceRecord = resource('aws_route53_record', 'service', {
  zone_id,
  name: serviceName,
  type: 'A',
  alias: { name: loadBalancer.dns_name, zone_id: loadBalancer.zone_id, evaluate_target_health: true },
})

// Asks as a user would, through DNS and load balancer, whether the service is ready; no record depends on it, as there is
// no other place to send anyone to.
const healthCheck = resource('aws_route53_health_check', 'service', {
  // The checkers are on the internet, from where an internal load balancer is out of reach.
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
  description:
    'The names by which people find the service and the cluster; applied after `app`, whose load balancer it names.',
  input,
  providers: { aws: { region: input.region } },
  resources: [zone, zone_id, cluster, clusterRecord, loadBalancer, serviceRecord, healthCheck],
  outputs: {
    service: { description: 'Where the service is.', value: template`http://${serviceName}${port}` },
    cluster: { description: 'Where the cluster is.', value: template`https://cluster.${input.domain}` },
    cluster_tls_server_name: {
      description: "Name in the certificate of the cluster, for a kubeconfig's tls-server-name.",
      value: clusterHost,
    },
    name_servers: {
      description: 'Name servers to be entered at the parent of the domain; null where the hosted zone was there.',
      value: one(zone).name_servers,
    },
    health_check: {
      description: 'Id of the health check, for an alarm on it; null for an internal load balancer.',
      value: one(healthCheck).id,
    },
  },
})
