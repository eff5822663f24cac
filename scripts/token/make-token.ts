import { run } from '../system/run.ts'

/** How svc-terraform reaches the cluster: what Terraform's provider reads from its environment. */
export type Access = { KUBE_HOST: string; KUBE_CLUSTER_CA_CERT_DATA: string; KUBE_TOKEN: string } & {
  KUBE_TLS_SERVER_NAME?: string
}

type Settings = { seconds: number; kubectl?: string; kubeconfig?: string; signal?: AbortSignal }

/**
 * Makes a token of svc-terraform by kubectl, as an administrator, at the cluster of its current context. The cluster may
 * give it a shorter life than asked for: `expires` tells.
 */
export async function makeToken({ seconds, kubectl = 'kubectl', kubeconfig, signal }: Settings) {
  const ask = async (...words: string[]) => {
    const configured = kubeconfig ? [`--kubeconfig=${kubeconfig}`] : []
    return JSON.parse(await run([kubectl, ...configured, ...words, '--output=json'], { signal }))
  }
  const config = await ask('config', 'view', '--raw', '--minify', '--flatten')
  const { server, 'certificate-authority-data': authority = '', 'tls-server-name': name } = config.clusters[0].cluster
  const words = ['create', 'token', 'svc-terraform', '--namespace=svc-terraform', `--duration=${seconds}s`]
  const { status } = await ask(...words).catch(error => {
    throw /not found/.test(error.message)
      ? new Error(`${server} has no svc-terraform: apply terraform/access first`)
      : error
  })
  const KUBE_CLUSTER_CA_CERT_DATA = Buffer.from(authority, 'base64').toString()
  const access: Access = {
    KUBE_HOST: server,
    KUBE_CLUSTER_CA_CERT_DATA,
    KUBE_TOKEN: status.token,
    ...(name && { KUBE_TLS_SERVER_NAME: name }),
  }
  return { access, expires: new Date(status.expirationTimestamp) }
}
