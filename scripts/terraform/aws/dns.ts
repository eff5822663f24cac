import { awsProvider } from '../aws-provider.ts'
import { expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { data, local, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { k8sService } from '../modules/k8s/service.ts'
import { hostName, service } from '../service.ts'

const { name, namespace } = k8sService.variables

const input = inputs({
  region: kinds.region,
  domain: { ...kinds.domain, description: 'Domain of the names service.DOMAIN and cluster.DOMAIN.' },
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

const serviceName = hostName(input.domain)

// ACM issues it once the domain's name servers are entered at its parent. No apply waits for that: the name servers are
// among the outputs, which are printed at its end.
const certificate = resource('aws_acm_certificate', 'service', {
  domain_name: serviceName,
  validation_method: 'DNS',
  lifecycle: { create_before_destroy: true },
})
const proof = one(certificate.domain_validation_options)
const proofRecord = resource('aws_route53_record', 'certificate', {
  zone_id,
  name: proof.resource_record_name,
  type: proof.resource_record_type,
  ttl: 300,
  records: [proof.resource_record_value],
})

// Found by the tags that EKS gives it: none before app is applied, and the next plan finds a new one by itself.
const loadBalancers = data('aws_lbs', 'service', {
  tags: {
    'eks:eks-cluster-name': input.cluster_name,
    'service.eks.amazonaws.com/resource': 'LoadBalancer',
    'service.eks.amazonaws.com/stack': template`${input.namespace}/${input.name}`,
  },
})
const loadBalancer = data('aws_lb', 'service', {
  count: expression`length(${loadBalancers.arns})`,
  arn: one(loadBalancers.arns),
})

// An alias has the time to live of its target: 60 s for a load balancer.
const serviceRecord = resource('aws_route53_record', 'service', {
  count: expression`length(${loadBalancers.arns})`,
  zone_id,
  name: serviceName,
  type: 'A',
  alias: {
    name: one(loadBalancer).dns_name,
    zone_id: one(loadBalancer).zone_id,
    evaluate_target_health: true,
  },
})

// Checks the service as a user reaches it, through DNS and load balancer. No record depends on the result, because
// there is no other place to send users to.
const healthCheck = resource('aws_route53_health_check', 'service', {
  // The checkers are on the internet and cannot reach an internal load balancer.
  count: expression`length([for balancer in ${loadBalancer} : balancer if !balancer.internal])`,
  type: 'HTTPS',
  fqdn: serviceName,
  port: 443,
  resource_path: service.readiness,
  request_interval: 30,
  failure_threshold: 3,
})

export const dns = root('aws/dns', {
  description: 'DNS names for service and cluster in Route 53, the certificate of the service, and its health check.',
  input,
  providers: { aws: awsProvider(input) },
  resources: [
    ...[zone, zone_id, cluster, clusterRecord, certificate, proofRecord],
    ...[loadBalancers, loadBalancer, serviceRecord, healthCheck],
  ],
  outputs: {
    service: { description: 'Address of the service.', value: template`https://${serviceName}` },
    cluster: { description: "Address of the cluster's API.", value: template`https://cluster.${input.domain}` },
    cluster_tls_server_name: {
      description: "Name in the cluster's certificate, for tls-server-name in a kubeconfig.",
      value: clusterHost,
    },
    name_servers: {
      description: 'Name servers to enter at the parent domain; null if the hosted zone existed already.',
      value: one(zone).name_servers,
    },
    certificate_arn: { description: 'ARN of the certificate of the service.', value: certificate.arn },
    load_balancer_arn: {
      description: 'ARN of the load balancer; null until app has made it.',
      value: one(loadBalancer).arn,
    },
    health_check: {
      description: 'Id of the health check, for an alarm; null before the load balancer, and for an internal one.',
      value: one(healthCheck).id,
    },
    zonal_shift_commands: {
      description: 'Commands that move cluster and load balancer out of the zone with the id $ZONE_ID for 12 hours.',
      value: expression`join("\n", [for arn in concat([${cluster.arn}], sort(${loadBalancers.arns})) : format("aws arc-zonal-shift start-zonal-shift --region %s --resource-identifier %s --away-from $ZONE_ID --expires-in 12h --comment lost", ${input.region}, arn)])`,
    },
  },
})
