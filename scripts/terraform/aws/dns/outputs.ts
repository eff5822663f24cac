import { expression, template } from '../../core/expression.ts'
import { references } from '../../core/inputs.ts'
import type { Outputs } from '../../core/module.ts'
import { clusterHost, names } from './main.ts'
import { variables } from './variables.ts'

const { load_balancer_port } = references(variables)
const port = expression`${load_balancer_port} == 80 ? "" : format(":%d", ${load_balancer_port})`

export const outputs = {
  service: { description: 'Where the service is.', value: template`http://${names.service}${port}` },
  cluster: { description: 'Where the cluster is.', value: template`https://${names.cluster}` },
  cluster_tls_server_name: {
    description: "Name in the certificate of the cluster, for a kubeconfig's tls-server-name.",
    value: clusterHost,
  },
  name_servers: {
    description: 'Name servers to be entered at the parent of the domain; null where the hosted zone was there.',
    value: expression`one(aws_route53_zone.domain[*].name_servers)`,
  },
  health_check: {
    description: 'Id of the health check, for an alarm on it; null for an internal load balancer.',
    value: expression`one(aws_route53_health_check.service[*].id)`,
  },
} satisfies Outputs
