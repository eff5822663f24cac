import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Main } from '../../core/module.ts'
import { service } from '../../service.ts'
import { variables } from './variables.ts'

const input = references(variables)
const zone_id = expression`local.zone_id`

export const names = { cluster: template`cluster.${input.domain}`, service: template`service.${input.domain}` }

/** Of https://host, the host. */
export const clusterHost = expression`split("/", data.aws_eks_cluster.cluster.endpoint)[2]`

export const main = {
  locals: { zone_id: expression`coalesce(${input.zone_id}, one(aws_route53_zone.domain[*].zone_id))` },
  data: {
    aws_eks_cluster: { cluster: { name: input.cluster_name } },
    // The tags that EKS gives: a load balancer made anew is found at the next plan, with no value to be copied in between.
    aws_lb: {
      service: {
        tags: {
          'eks:eks-cluster-name': input.cluster_name,
          'service.eks.amazonaws.com/resource': 'LoadBalancer',
          'service.eks.amazonaws.com/stack': template`${input.namespace}/${input.name}`,
        },
      },
    },
  },
  resource: {
    aws_route53_zone: { domain: { count: expression`${input.zone_id} == null ? 1 : 0`, name: input.domain } },
    aws_route53_record: {
      // Of the cluster's host the certificate has another name, which clients have to be told: tls-server-name.
      cluster: { zone_id, name: names.cluster, type: 'CNAME', ttl: input.cluster_ttl_seconds, records: [clusterHost] },
      // An alias has the time to live of what it leads to: 60 s for a load balancer.
      service: {
        zone_id,
        name: names.service,
        type: 'A',
        alias: {
          name: expression`data.aws_lb.service.dns_name`,
          zone_id: expression`data.aws_lb.service.zone_id`,
          evaluate_target_health: true,
        },
      },
    },
    // Asks as a user would, through DNS and load balancer, whether the service is ready; no record depends on it, as
    // there is no other place to send anyone to.
    aws_route53_health_check: {
      service: {
        // The checkers are on the internet, from where an internal load balancer is out of reach.
        count: expression`data.aws_lb.service.internal ? 0 : 1`,
        type: 'HTTP',
        fqdn: names.service,
        port: input.load_balancer_port,
        resource_path: service.readiness,
        request_interval: 30,
        failure_threshold: 3,
      },
    },
  },
} satisfies Main
