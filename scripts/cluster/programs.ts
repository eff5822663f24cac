import { existsSync } from 'node:fs'
import { type Cluster, readCluster } from './cluster.ts'
import { findProcesses } from './node.ts'
import { loadBalancer, metricsServer, moto, registry } from './programs/add-ons.ts'
import { controllerManager, etcd, kubeApiserver, scheduler } from './programs/control-plane.ts'
import { containerd, kubelet, kubeProxy, kubeRouter } from './programs/node.ts'
import type { Program } from './programs/program.ts'

/** All programs of the cluster in groups. A group starts when the one before it works. */
export const programs = (cluster: Cluster): Program[][] => [
  [etcd, registry(cluster), moto(cluster), containerd(cluster)],
  [kubeApiserver(cluster)],
  [controllerManager(cluster), scheduler(cluster), kubelet(cluster), kubeProxy(cluster), loadBalancer],
  [metricsServer(cluster), kubeRouter(cluster)],
]

/**
 * The cluster that is up, and its programs, each with its process id and its problem if it has one. No cluster and no
 * programs if `up` has not ended, or the node has.
 */
export async function status() {
  const cluster = readCluster()
  if (!cluster || findProcesses().first === undefined) return { cluster: undefined, states: [] }
  const states = programs(cluster)
    .flat()
    .map(async ({ name, check }) => {
      const id = cluster.processes[name]
      const ended = existsSync(`/proc/${id}`) ? undefined : 'it has ended'
      return { name, id, problem: ended ?? (await check().then(() => undefined, messageOf)) }
    })
  return { cluster, states: await Promise.all(states) }
}

const messageOf = (error: Error) => error.message
