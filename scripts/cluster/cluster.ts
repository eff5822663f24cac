import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { cacheFolder } from '../system/cache.ts'
import type { Command } from '../system/run.ts'

/** Name of the cluster, of its link on the host and of its cgroup. */
export const clusterName = 'mirror-cluster'

/** All state of the cluster. A machine has one cluster, whatever clone of this repository started it. */
export const runFolder = join(cacheFolder, 'cluster')
export const logFolder = join(runFolder, 'log')

/** A certificate, key or kubeconfig. */
export const pki = (file: string) => join(runFolder, 'pki', file)

/** The host reaches the node and the load balancers; pods and services are reachable inside the node only. */
export const network = {
  reachable: '10.244.200.0/23',
  host: '10.244.200.1',
  node: '10.244.200.2',
  loadBalancers: '10.244.201.0/24',
  pods: '10.244.0.0/24',
  services: '10.96.0.0/16',
}

export const apiServer = `https://${network.node}:6443`

/** What `up` brings up, and how to use it. */
export type Cluster = {
  kubectl: string
  /** Kubeconfig file of an administrator. */
  kubeconfig: string
  /** A private registry, over http, for the host and for pods. */
  registry: { address: string; user: string; password: string }
  /** moto: S3 and the rest of AWS, at one endpoint for the host and for pods. */
  aws: { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string }
  /** JSON lines: each request of svc-terraform to the API server. */
  auditLog: string
  /** The addresses that Services of type LoadBalancer get, as a CIDR block. */
  loadBalancers: string
  /** Put before a command, runs it inside the node: in its network, mount and process namespaces. */
  enter: Command
  /** Process ids by program, as the host counts them. */
  processes: Record<string, number>
  /** Folders of the programs that were built, and the command that runs moto. */
  built: { kubernetes: string; metricsServer: string; kubeRouter: string; pause: string; moto: Command }
}

const clusterFile = join(runFolder, 'cluster.json')

/** The cluster that `up` brought up last, which may have stopped since; undefined if there is none. */
export const readCluster = () =>
  existsSync(clusterFile) ? (JSON.parse(readFileSync(clusterFile, 'utf8')) as Cluster) : undefined

export const writeCluster = (cluster: Cluster) =>
  writeFileSync(clusterFile, JSON.stringify(cluster, null, 2), { mode: 0o600 })

/**
 * Does some work while no other process on this machine changes the cluster; throws if one does. The lock is a socket:
 * the kernel releases it however its owner ends.
 */
export async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const socket = createServer()
  try {
    await once(socket.listen(`\0${clusterName}`), 'listening')
  } catch {
    throw new Error('another process is bringing the cluster up or down; try again when it has ended')
  }
  try {
    return await work()
  } finally {
    socket.close()
  }
}
