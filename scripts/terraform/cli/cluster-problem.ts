import { askCluster, clusterConnection } from './cluster-connection.ts'

type Environment = Record<string, string | undefined>

/** What is wrong with the cluster that the provider of Terraform would speak to, with the way out; undefined where it answers. */
export async function clusterProblem(env: Environment = process.env, milliseconds = 3000): Promise<string | undefined> {
  if (!env.KUBE_HOST && !env.KUBE_CONFIG_PATH) {
    if (env.KUBERNETES_SERVICE_HOST) return undefined
    const unread = env.KUBECONFIG ? ' Terraform does not read KUBECONFIG.' : ''
    return `no cluster is named: set KUBE_CONFIG_PATH, or KUBE_HOST and KUBE_TOKEN.${unread}`
  }
  const source = env.KUBE_HOST ? 'KUBE_HOST' : 'KUBE_CONFIG_PATH'
  try {
    const connection = await clusterConnection(env)
    const { server } = connection
    const { status } = await askCluster(connection, '/version', milliseconds).catch(({ code, message }) => {
      throw new Error(`${server} does not answer (${code ?? message}): start it, or correct`)
    })
    return status === 401 ? `${server} does not know who asks: renew the token or certificate of ${source}` : undefined
  } catch (error) {
    return `${(error as Error).message} ${source}`
  }
}
