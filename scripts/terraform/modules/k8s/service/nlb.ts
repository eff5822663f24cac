import { expression, template } from '../../../core/expression.ts'
import { references } from '../../../core/inputs.ts'
import { service } from '../../../service.ts'
import { variables } from './variables.ts'

const input = references(variables)

const settings = {
  scheme: input.load_balancer_scheme,
  // Straight to the pods: by way of the nodes a pod could not be drained, and readiness gates would mean nothing.
  'nlb-target-type': 'ip',
  // A zone's share of the clients goes to the pods of all zones, also while that zone has none.
  attributes: 'load_balancing.cross_zone.enabled=true',
  'target-group-attributes': template`deregistration_delay.timeout_seconds=${input.load_balancer_delay_seconds}`,
  // Not readiness: it fails while a pod drains, and an NLB cuts the connections of a target that fails.
  'healthcheck-protocol': 'HTTP',
  'healthcheck-path': service.liveness,
  'healthcheck-port': 'traffic-port',
  // Two checks, where the controller has three: sooner in service, and sooner out of it with a lost node.
  'healthcheck-interval': '10',
  'healthcheck-healthy-threshold': '2',
  'healthcheck-unhealthy-threshold': '2',
  'ssl-cert': input.certificate_arn,
  'ssl-ports': expression`${input.certificate_arn} == null ? null : "443"`,
  'ssl-negotiation-policy': expression`${input.certificate_arn} == null ? null : "ELBSecurityPolicy-TLS13-1-2-2021-06"`,
}

/** What makes an NLB of AWS lose no request: annotations that its controller reads, the one in EKS Auto Mode or its own. */
export const nlbAnnotations = Object.fromEntries(
  Object.entries(settings).map(([name, value]) => [`service.beta.kubernetes.io/aws-load-balancer-${name}`, value]),
)
