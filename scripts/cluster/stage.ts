import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../system/run.ts'
import { runFolder } from './places.ts'

/** What `up` brings up: all that a test needs to use it. */
export type Stage = {
  kubectl: string
  /** Of an administrator. */
  kubeconfig: string
  /** A private registry, by http, for the host and for pods. */
  registry: { address: string; user: string; password: string }
  /** moto: S3 and the rest of AWS, at one endpoint for the host and for pods. */
  aws: { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string }
  /** JSON lines of what svc-terraform asked of the API server. */
  auditLog: string
  /** Addresses that Services of type LoadBalancer get. */
  loadBalancers: string
  /** Put before a command, runs it inside the node: its network, mounts and processes. */
  enter: [string, ...string[]]
  /** Process ids by program, as the host counts them. */
  processes: Record<string, number>
  /** Folders and commands of what was built. */
  built: { kubernetes: string; metricsServer: string; pause: string; moto: Command }
}

export const stageFile = join(runFolder, 'stage.json')

/** The stage of the cluster that is up, as far as its file says so. */
export const readStage = () =>
  existsSync(stageFile) ? (JSON.parse(readFileSync(stageFile, 'utf8')) as Stage) : undefined
