import { expression, template } from '../../core/expression.ts'
import { inputs } from '../../core/inputs.ts'
import { local, module, resource } from '../../core/module.ts'
import { kinds } from '../../kinds.ts'
import { service } from '../../service.ts'
import { loadBalancerDelay, metadata, selector, sharedVariables } from './shared.ts'

const input = inputs(
  {
    ...sharedVariables,
    port: { ...kinds.port, description: 'Port of the load balancer.', default: 80 },
    target_port: { ...kinds.port, description: 'Port that the pods listen on.', default: service.port },
    wait_for_load_balancer: {
      description: 'Whether apply waits until the load balancer has an address; false if it never gets one.',
      type: 'boolean',
      default: true,
    },
    load_balancer_timeout: { ...kinds.duration, description: 'How long apply waits for that address.', default: '5m' },
    load_balancer_class: {
      ...kinds.optional,
      description: "Kind of load balancer: eks.amazonaws.com/nlb in EKS Auto Mode; null for the cluster's default.",
      pattern: '^[a-z0-9.-]+/[a-z0-9-]+$',
      message: 'A class of load balancers is given as eks.amazonaws.com/nlb.',
    },
    load_balancer_scheme: {
      description: 'Where an NLB can be reached from: internet-facing, or internal to its VPC.',
      type: 'string',
      default: 'internet-facing',
      enum: ['internet-facing', 'internal'],
      message: 'The scheme of an NLB is internet-facing or internal.',
    },
    load_balancer_delay_seconds: loadBalancerDelay,
    load_balancer_source_ranges: {
      description: 'Addresses that may call the service, such as 203.0.113.0/24; [] for all.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    certificate_arn: {
      ...kinds.optional,
      description: 'Certificate in ACM, with which an NLB serves HTTPS on port 443; null for HTTP alone.',
      pattern: '^arn:[^:]+:acm:[^:]+:[0-9]{12}:certificate/.+$',
      message: 'A certificate is given by its ARN: arn:aws:acm:eu-west-1:123456789012:certificate/….',
    },
    https_only: {
      description: 'Whether an NLB with a certificate leaves out HTTP, from which it cannot redirect.',
      type: 'boolean',
      default: true,
    },
    load_balancer_annotations: { ...kinds.texts, description: 'Annotations that configure the load balancer.' },
  },
  ({ load_balancer_class, load_balancer_delay_seconds, load_balancer_source_ranges, certificate_arn }) => [
    [
      'load_balancer_delay_seconds',
      expression`${load_balancer_delay_seconds} > 0 || !endswith(coalesce(${load_balancer_class}, "none"), "/nlb")`,
      'An NLB would still send to pods that are gone: set load_balancer_delay_seconds to 300.',
    ],
    [
      'load_balancer_source_ranges',
      expression`alltrue([for range in ${load_balancer_source_ranges} : can(cidrnetmask(range))])`,
      'Give ranges of IPv4 addresses with their prefix, such as 203.0.113.7/32; an NLB here has no IPv6 address.',
    ],
    [
      'certificate_arn',
      expression`${certificate_arn} == null || ${load_balancer_class} != null`,
      'A certificate of ACM needs an NLB: set load_balancer_class to eks.amazonaws.com/nlb.',
    ],
  ],
)

const withCertificate = (value: string) => expression`${input.certificate_arn} == null ? null : ${value}`

/** So that an NLB loses no request. EKS Auto Mode reads these annotations, and so does the open-source controller. */
const nlbSettings = {
  scheme: input.load_balancer_scheme,
  // Straight to the pods. By way of the nodes, a pod could not be drained, and readiness gates would mean nothing.
  'nlb-target-type': 'ip',
  // The NLB sends from each zone to the pods of all zones. So clients get a reply even from a zone that has no pod.
  attributes: 'load_balancing.cross_zone.enabled=true,zonal_shift.config.enabled=true',
  // With cross-zone, AWS refuses zonal shift unless the NLB leaves the connections of failing targets open.
  'target-group-attributes': template`deregistration_delay.timeout_seconds=${input.load_balancer_delay_seconds},target_health_state.unhealthy.connection_termination.enabled=false`,
  // Not readiness, which fails while a pod drains.
  'healthcheck-protocol': 'HTTP',
  'healthcheck-path': service.liveness,
  'healthcheck-port': 'traffic-port',
  // Two checks instead of the controller's three: a new pod is used sooner, and a lost node is left sooner. AWS does not
  // list these three and the last one for Auto Mode; if it ignores them, its defaults hold.
  'healthcheck-interval': '10',
  'healthcheck-healthy-threshold': '2',
  'healthcheck-unhealthy-threshold': '2',
  'ssl-cert': input.certificate_arn,
  'ssl-ports': withCertificate('443'),
  'ssl-negotiation-policy': withCertificate('ELBSecurityPolicy-TLS13-1-2-2021-06'),
}

const nlb = local(
  'nlb',
  Object.fromEntries(
    Object.entries(nlbSettings).map(([name, value]) => [`service.beta.kubernetes.io/aws-load-balancer-${name}`, value]),
  ),
)

// The port of each protocol that is served.
const http = expression`${input.certificate_arn} == null || !${input.https_only} ? ${input.port} : null`
const https = expression`${input.certificate_arn} == null ? null : 443`
const target_port = expression`tostring(${input.target_port})`

const loadBalancer = resource('kubernetes_service_v1', 'service', {
  metadata: {
    ...metadata(),
    annotations: expression`merge({ for name, value in ${nlb} : name => value if ${input.load_balancer_class} != null && value != null }, ${input.load_balancer_annotations})`,
  },
  spec: {
    type: 'LoadBalancer',
    load_balancer_class: input.load_balancer_class,
    selector,
    load_balancer_source_ranges: input.load_balancer_source_ranges,
    dynamic: {
      port: {
        for_each: expression`{ for name, port in { http = ${http}, https = ${https} } : name => port if port != null }`,
        content: { name: expression`port.key`, port: expression`port.value`, target_port },
      },
    },
  },
  wait_for_load_balancer: input.wait_for_load_balancer,
  timeouts: { create: input.load_balancer_timeout },
})

const ingress = loadBalancer.status[0].load_balancer[0].ingress[0]

const nlbInputs = { load_balancer_class: 'eks.amazonaws.com/nlb', load_balancer_delay_seconds: 300 }
const certificate_arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1'

export const k8sService = module('modules/k8s/service', {
  description: 'The Service of type LoadBalancer, through which requests come in.',
  input,
  resources: [nlb, loadBalancer],
  outputs: {
    address: {
      description: 'Address of the load balancer; null until it has one.',
      // A cloud gives a host name, most others an IP address. Before that, the list is empty.
      value: expression`try(coalesce(${ingress.hostname}, ${ingress.ip}), null)`,
    },
  },
  test: {
    accepted: { port: 8080, load_balancer_timeout: '90s', load_balancer_source_ranges: ['203.0.113.7/32'] },
    alsoAccepted: [
      ['nlb_with_https', { ...nlbInputs, certificate_arn }],
      ['nlb_with_http_too', { ...nlbInputs, certificate_arn, https_only: false }],
      ['another_class', { load_balancer_class: 'io.cilium/node' }],
    ],
    rejected: [
      ['port_out_of_range', { port: 65536 }, 'port'],
      ['target_port_zero', { target_port: 0 }, 'target_port'],
      ['timeout_without_unit', { load_balancer_timeout: '90' }, 'load_balancer_timeout'],
      ['class_without_group', { load_balancer_class: 'nlb' }, 'load_balancer_class'],
      [
        'nlb_that_pods_do_not_wait_for',
        { ...nlbInputs, load_balancer_delay_seconds: 0 },
        'load_balancer_delay_seconds',
      ],
      ['address_without_prefix', { load_balancer_source_ranges: ['203.0.113.7'] }, 'load_balancer_source_ranges'],
      ['range_of_ipv6', { load_balancer_source_ranges: ['2001:db8::/32'] }, 'load_balancer_source_ranges'],
      ['certificate_by_name', { ...nlbInputs, certificate_arn: 'a' }, 'certificate_arn'],
      ['certificate_without_nlb', { certificate_arn }, 'certificate_arn'],
    ],
  },
})
