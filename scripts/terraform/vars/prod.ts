import type { app } from '../app.ts'
import type { awsCluster } from '../aws/cluster.ts'
import type { dns as dnsRoot } from '../aws/dns.ts'
import type { ValuesOf } from '../core/inputs.ts'
import { onEks } from './on-eks.ts'

const prod = onEks('prod', 'example.com')
export const { tfbackend, access, runner } = prod

/** Put in who is to be told. */
export const dns: ValuesOf<typeof dnsRoot.variables> = {
  ...prod.dns,
  alarms: true,
  alarm_emails: ['on-call@example.com'],
}

/** A NAT gateway in each zone, so that the loss of a zone cuts off no other. */
export const cluster: ValuesOf<typeof awsCluster.variables> = { ...prod.cluster, nat_per_zone: true }

/** Two pods a zone. If one zone is lost, the other pods carry the load of all: see the rule of target_cpu_percent. */
export const tfvars: Omit<ValuesOf<typeof app.variables>, 'image'> = {
  ...prod.tfvars,
  zones: 3,
  min_replicas: 6,
  max_replicas: 12,
  target_cpu_percent: 50,
}
