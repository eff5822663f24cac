import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure, type RequestOptions } from 'node:https'
import { dirname, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { load } from 'js-yaml'

type Environment = Record<string, string | undefined>
type User = Record<string, string> & { exec?: object }
type Named<K extends string, T> = ({ name: string } & { [key in K]: T })[]
type Kubeconfig = {
  'current-context'?: string
  contexts?: Named<'context', { cluster: string; user: string }>
  clusters?: Named<'cluster', Record<string, string>>
  users?: Named<'user', User>
}

/** `byCommand`: who asks has no token until the provider runs a command for one, as for EKS. */
type Connection = RequestOptions & { server: string; byCommand: boolean }

/** How the provider of Terraform reaches the cluster, as its environment says; throws where that cannot be read. */
export const clusterConnection = (env: Environment): Connection =>
  env.KUBE_HOST ? named(env, env.KUBE_HOST) : configured(env, env.KUBE_CONFIG_PATH)

/** Asks the API server; resolves to its answer whatever its status, rejects where it does not answer in time. */
export async function askCluster({ server, byCommand, ...options }: Connection, path: string, milliseconds = 3000) {
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
  byCommand: false,
})

/** As the context of a kubeconfig says. */
function configured(env: Environment, file = '') {
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
    ...bearer(user.token),
    rejectUnauthorized: !cluster['insecure-skip-tls-verify'],
    servername: cluster['tls-server-name'],
    byCommand: user.exec !== undefined,
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
