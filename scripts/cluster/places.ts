import { join } from 'node:path'
import { cacheFolder } from '../system/cache.ts'

/** All state of the cluster; there is one on a machine, whatever clone of this repository started it. */
export const runFolder = join(cacheFolder, 'cluster')
export const logFolder = join(runFolder, 'log')

/** Name of the cluster's link on the host and of its cgroup. */
export const clusterName = 'mirror-cluster'

/** The node and the addresses of load balancers are reachable from the host; pods and services only inside. */
export const network = {
  reachable: '10.244.200.0/23',
  host: '10.244.200.1',
  node: '10.244.200.2',
  loadBalancers: '10.244.201.0/24',
  pods: '10.244.0.0/24',
  services: '10.96.0.0/16',
}

export const apiServer = `https://${network.node}:6443`

/** Where the process that assigns addresses says that it works. */
export const loadBalancerPort = 8080

export const pki = (file: string) => join(runFolder, 'pki', file)
