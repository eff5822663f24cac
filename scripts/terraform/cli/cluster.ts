import { readFileSync } from 'node:fs'
import { get as getPlain } from 'node:http'
import { get as getSecure, type RequestOptions } from 'node:https'
import { dirname, resolve } from 'node:path'
import { load } from 'js-yaml'

type Environment = Record<string, string | undefined>
type Named<K extends string, T> = ({ name: string } & { [key in K]: T })[]
type Kubeconfig = {
  'current-context'?: string
  contexts?: Named<'context', { cluster: string; user: string }>
  clusters?: Named<'cluster', Record<string, string>>
  users?: Named<'user', Record<string, string>>
}

/** What is wrong with the cluster that the provider of Terraform would speak to, with the way out; undefined where it answers. */
export async function clusterProblem(env: Environment = process.env, milliseconds = 3000): Promise<string | undefined> {
  if (!env.KUBE_HOST && !env.KUBE_CONFIG_PATH) {
    if (env.KUBERNETES_SERVICE_HOST) return undefined
    const unread = env.KUBECONFIG ? ' Terraform does not read KUBECONFIG.' : ''
    return `no cluster is named: set KUBE_CONFIG_PATH, or KUBE_HOST and KUBE_TOKEN.${unread}`
  }
  const source = env.KUBE_HOST ? 'KUBE_HOST' : 'KUBE_CONFIG_PATH'
  try {
    const { server, ...options } = env.KUBE_HOST ? named(env, env.KUBE_HOST) : configured(env, env.KUBE_CONFIG_PATH)
    const status = await ask(new URL('/version', server), options, milliseconds).catch(({ code, message }) => {
      throw new Error(`${server} does not answer (${code ?? message}): start it, or correct`)
    })
    return status === 401 ? `${server} does not know who asks: renew the token or certificate of ${source}` : undefined
  } catch (error) {
    return `${(error as Error).message} ${source}`
  }
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
function configured(env: Environment, file = '') {
  const config = read(file)
  const wanted = env.KUBE_CTX ?? config['current-context']
  const context = config.contexts?.find(({ name }) => name === wanted)?.context
  const cluster = config.clusters?.find(({ name }) => name === context?.cluster)?.cluster
  const user = config.users?.find(({ name }) => name === context?.user)?.user ?? {}
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

function ask(url: URL, options: RequestOptions, milliseconds: number): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const get = url.protocol === 'http:' ? getPlain : getSecure
  const signal = AbortSignal.timeout(milliseconds)
  get(url, { agent: false, signal, ...options }, response => resolve(response.resume().statusCode)).on('error', reject)
  return promise
}
