import { run } from '../system/run.ts'
import { accounts } from '../terraform/service.ts'

/** Who runs terraform, an administrator or svc-terraform: the variables by which its provider reaches the cluster. */
export type Identity = Record<string, string>

type Settings = { seconds: number; kubectl?: string; kubeconfig?: string; signal?: AbortSignal }

/**
 * Creates a token of svc-terraform with kubectl, as an administrator, in the cluster of the current context. `expires`
 * is what the cluster grants, which may be sooner than asked for.
 */
export async function makeToken({ seconds, kubectl = 'kubectl', kubeconfig, signal }: Settings) {
  const ask = async (...args: string[]) => {
    const configured = kubeconfig ? [`--kubeconfig=${kubeconfig}`] : []
    return JSON.parse(await run([kubectl, ...configured, ...args, '--output=json'], { signal }))
  }
  const config = await ask('config', 'view', '--raw', '--minify', '--flatten')
  const { server, 'certificate-authority-data': authority = '', 'tls-server-name': name } = config.clusters[0].cluster
  const create = ['create', 'token', accounts.apply, `--namespace=${accounts.apply}`, `--duration=${seconds}s`]
  const { status } = await ask(...create).catch(error => {
    throw /not found/.test(error.message)
      ? new Error(`${server} has no ${accounts.apply}: apply terraform/access first`)
      : error
  })
  const identity: Identity = {
    KUBE_HOST: server,
    KUBE_CLUSTER_CA_CERT_DATA: Buffer.from(authority, 'base64').toString(),
    KUBE_TOKEN: status.token,
    ...(name && { KUBE_TLS_SERVER_NAME: name }),
  }
  return { identity, expires: new Date(status.expirationTimestamp) }
}
