import type { app } from '../app.ts'
import type { awsCluster } from '../aws/cluster.ts'
import type { ValuesOf } from '../core/inputs.ts'
import { onEks } from './on-eks.ts'

const prod = onEks('prod', 'example.com')
export const { tfbackend, access, dns, runner } = prod

/** Nothing in it is lost with a zone. */
export const cluster: ValuesOf<typeof awsCluster.variables> = { ...prod.cluster, nat_per_zone: true }

/** Two pods a zone: when one zone is lost, what is left carries the load of all (the rule of target_cpu_percent). */
export const tfvars: Omit<ValuesOf<typeof app.variables>, 'image'> = {
  ...prod.tfvars,
  zones: 3,
  min_replicas: 6,
  max_replicas: 12,
  target_cpu_percent: 50,
}
