import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { terraform } from '../system/terraform.ts'

type ExecCommand = { command: string; args?: string[]; env?: { name: string; value: string }[] }
type User = Record<string, string> & { exec?: ExecCommand }
type Named<K extends string, T> = ({ name: string } & { [key in K]: T })[]
type Kubeconfig = {
  'current-context'?: string
  contexts?: Named<'context', { cluster: string; user: string }>
  clusters?: Named<'cluster', Record<string, string>>
  users?: Named<'user', User>
}

type Connection = RequestOptions & { server: string }

/** How Terraform's provider reaches the cluster, by KUBE_HOST or KUBE_CONFIG_PATH. Rejects with what to correct. */
export const clusterConnection = async (env: NodeJS.ProcessEnv): Promise<Connection> =>
  env.KUBE_HOST ? ofVariables(env, env.KUBE_HOST) : ofKubeconfig(env, env.KUBE_CONFIG_PATH ?? '')

/** Sends a GET to the API server; resolves to its reply, whatever its status; rejects if none comes in time. */
export async function askCluster({ server, ...options }: Connection, path: string, milliseconds = 3000) {
  const url = new URL(path, server)
  const get = url.protocol === 'http:' ? getPlain : getSecure
  const request = get(url, { agent: false, signal: AbortSignal.timeout(milliseconds), ...options })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await text(response) }
}

const ofVariables = (env: NodeJS.ProcessEnv, server: string): Connection => ({
  server,
  ca: env.KUBE_CLUSTER_CA_CERT_DATA,
  cert: env.KUBE_CLIENT_CERT_DATA,
  key: env.KUBE_CLIENT_KEY_DATA,
  ...bearer(env.KUBE_TOKEN),
  rejectUnauthorized: env.KUBE_INSECURE !== 'true',
  servername: env.KUBE_TLS_SERVER_NAME,
})

async function ofKubeconfig(env: NodeJS.ProcessEnv, file: string): Promise<Connection> {
  const config = await readKubeconfig(file)
  const wanted = env.KUBE_CTX ?? config['current-context']
  const context = config.contexts?.find(({ name }) => name === wanted)?.context
  const cluster = config.clusters?.find(({ name }) => name === context?.cluster)?.cluster
  const user = config.users?.find(({ name }) => name === context?.user)?.user ?? ({} as User)
  if (!cluster?.server)
    throw new Error(`${file} has no cluster for the context ${wanted}: correct KUBE_CTX or KUBE_CONFIG_PATH`)
  const pem = (of: Record<string, string>, name: string) => {
    const data = of[`${name}-data`]
    return data ? Buffer.from(data, 'base64') : of[name] && readFileSync(resolve(dirname(file), of[name]))
  }
  return {
    server: cluster.server,
    ca: pem(cluster, 'certificate-authority'),
    cert: pem(user, 'client-certificate'),
    key: pem(user, 'client-key'),
    ...bearer(user.exec ? await tokenOf(user.exec, env) : user.token),
    rejectUnauthorized: !cluster['insecure-skip-tls-verify'],
    servername: cluster['tls-server-name'],
  }
}

/** A kubeconfig is YAML, which Terraform can read: so no npm package is needed where credentials are. */
async function readKubeconfig(file: string): Promise<Kubeconfig> {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'))
  try {
    readFileSync(file) // Node says in fewer words why it cannot be read.
    const path = JSON.stringify(resolve(file)).replaceAll(/[$%](?=\{)/g, '$&$&')
    const input = `base64encode(jsonencode(yamldecode(file(${path}))))\n`
    const { code, stdout, stderr } = await terraform(folder, ['console'], { input })
    if (code !== 0)
      throw new Error(
        stderr
          .replaceAll(/[\s│╷╵]+/g, ' ')
          .replace(/^.*"yamldecode" failed: /, '')
          .trim(),
      )
    return JSON.parse(Buffer.from(JSON.parse(stdout), 'base64').toString()) ?? {}
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as Error).message}): correct KUBE_CONFIG_PATH`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const bearer = (token?: string) => (token ? { headers: { authorization: `Bearer ${token}` } } : {})

/** The token that a command prints, as for EKS (Kubernetes: client.authentication.k8s.io, ExecCredential). */
async function tokenOf({ command, args = [], env: own }: ExecCommand, env: NodeJS.ProcessEnv): Promise<string> {
  const more = Object.fromEntries(own?.map(({ name, value }) => [name, value]) ?? [])
  try {
    const { stdout } = await promisify(execFile)(command, args, { env: { ...env, ...more }, timeout: 20_000 })
    return JSON.parse(stdout).status.token
  } catch (error) {
    const reason = (error as Error).message.trim().split('\n').at(-1)
    throw new Error(`${command} gives no token (${reason}): log in, or correct KUBE_CONFIG_PATH`)
  }
}
