import { defineInputs } from '../../core/inputs.ts'
import { kinds } from '../../kinds.ts'
import { clusterName } from '../../modules/eks/shared-variables.ts'
import { variables as service } from '../../modules/k8s/service/variables.ts'
import { sharedVariables } from '../../modules/k8s/shared-variables.ts'

export const variables = defineInputs({
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
  cluster_name: clusterName,
  cluster_ttl_seconds: {
    ...kinds.seconds,
    description: 'Time for which resolvers keep where the cluster is; lower it a while before the cluster is replaced.',
    default: 300,
  },
  ...sharedVariables,
  load_balancer_port: service.port,
})
