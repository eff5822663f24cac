import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure, type RequestOptions } from 'node:https'
import { dirname, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { load } from 'js-yaml'

type Environment = Record<string, string | undefined>
type Command = { command: string; args?: string[]; env?: { name: string; value: string }[] }
type User = Record<string, string> & { exec?: Command }
type Named<K extends string, T> = ({ name: string } & { [key in K]: T })[]
type Kubeconfig = {
  'current-context'?: string
  contexts?: Named<'context', { cluster: string; user: string }>
  clusters?: Named<'cluster', Record<string, string>>
  users?: Named<'user', User>
}

type Connection = RequestOptions & { server: string }

/** How the provider of Terraform reaches the cluster, as its environment says; throws where that cannot be read. */
export const clusterConnection = async (env: Environment): Promise<Connection> =>
  env.KUBE_HOST ? named(env, env.KUBE_HOST) : configured(env, env.KUBE_CONFIG_PATH)

/** Asks the API server; resolves to its answer whatever its status, rejects where it does not answer in time. */
export async function askCluster({ server, ...options }: Connection, path: string, milliseconds = 3000) {
  const url = new URL(path, server)
  const get = url.protocol === 'http:' ? getPlain : getSecure
  const request = get(url, { agent: false, signal: AbortSignal.timeout(milliseconds), ...options })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await text(response) }
}

/** As KUBE_HOST and its siblings say. */
const named = (env: Environment, server: string) => ({
  server,
  ca: env.KUBE_CLUSTER_CA_CERT_DATA,
  cert: env.KUBE_CLIENT_CERT_DATA,
  key: env.KUBE_CLIENT_KEY_DATA,
  ...bearer(env.KUBE_TOKEN),
  rejectUnauthorized: env.KUBE_INSECURE !== 'true',
  servername: env.KUBE_TLS_SERVER_NAME,
})

/** As the context of a kubeconfig says. */
async function configured(env: Environment, file = '') {
  const config = read(file)
  const wanted = env.KUBE_CTX ?? config['current-context']
  const context = config.contexts?.find(({ name }) => name === wanted)?.context
  const cluster = config.clusters?.find(({ name }) => name === context?.cluster)?.cluster
  const user = config.users?.find(({ name }) => name === context?.user)?.user ?? ({} as User)
  if (!cluster?.server) throw new Error(`${file} has no cluster for the context ${wanted}: correct KUBE_CTX or`)
  const pem = (of: Record<string, string>, name: string) => {
    const data = of[`${name}-data`]
    return data ? Buffer.from(data, 'base64') : of[name] && readFileSync(resolve(dirname(file), of[name]))
  }
  return {
    server: cluster.server,
    ca: pem(cluster, 'certificate-authority'),
    cert: pem(user, 'client-certificate'),
    key: pem(user, 'client-key'),
    ...bearer(user.exec ? await commandedToken(user.exec, env) : user.token),
    rejectUnauthorized: !cluster['insecure-skip-tls-verify'],
    servername: cluster['tls-server-name'],
  }
}

function read(file: string): Kubeconfig {
  try {
    return (load(readFileSync(file, 'utf8')) ?? {}) as Kubeconfig
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as Error).message.split('\n')[0]}): correct`)
  }
}

const bearer = (token?: string) => (token ? { headers: { authorization: `Bearer ${token}` } } : {})

/** The token that a command prints, as for EKS (Kubernetes: client.authentication.k8s.io, ExecCredential). */
async function commandedToken({ command, args = [], env: own }: Command, env: Environment): Promise<string> {
  const more = Object.fromEntries(own?.map(({ name, value }) => [name, value]) ?? [])
  try {
    const { stdout } = await promisify(execFile)(command, args, { env: { ...env, ...more }, timeout: 20_000 })
    return JSON.parse(stdout).status.token
  } catch (error) {
    throw new Error(
      `${command} gives no token (${(error as Error).message.trim().split('\n').at(-1)}): log in, or correct`,
    )
  }
}
