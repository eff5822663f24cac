import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, searchPath } from '../system/run.ts'
import { clusterName, network, runFolder } from './cluster.ts'

/** The programs that the cluster needs, and the Debian packages that have them. */
const packages = {
  containerd: 'containerd',
  runc: 'runc',
  etcd: 'etcd-server',
  'docker-registry': 'docker-registry',
  htpasswd: 'apache2-utils',
  iptables: 'iptables',
  ipset: 'ipset',
  ip: 'iproute2',
  sysctl: 'procps',
  openssl: 'openssl',
}

/** Throws on a machine that cannot run the cluster, whatever is installed. */
export function checkPlatform(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('the cluster needs Linux and root; elsewhere npm run cluster uses minikube, where it is installed')
  if (/^\/(run|var\/(lib|log))\//.test(runFolder))
    throw new Error(`${runFolder} cannot be used; set XDG_CACHE_HOME to a folder outside /run, /var/lib and /var/log`)
}

/** Throws where another network of this machine uses the addresses. */
export async function checkAddresses(): Promise<void> {
  const routes = await run(['ip', 'route', 'show', 'root', network.reachable])
  const foreign = routes.split('\n').find(route => route && !route.includes(clusterName))
  if (foreign) throw new Error(`the addresses ${network.reachable} are in use on this machine: ${foreign}`)
}

/** The folder of the container network plugins: that of Debian, or the usual one. */
export const networkPlugins = () => ['/usr/lib/cni', '/opt/cni/bin'].find(folder => existsSync(join(folder, 'bridge')))

/** The Debian packages that are missing here. */
export function missingPackages(): string[] {
  const folders = searchPath().split(delimiter)
  const isHere = (program: string) => folders.some(folder => existsSync(join(folder, program)))
  const missing = Object.entries(packages).flatMap(([program, name]) => (isHere(program) ? [] : [name]))
  if (!isHere('moto_server') && !isHere('python3')) missing.push('python3-venv')
  return networkPlugins() ? missing : [...missing, 'containernetworking-plugins']
}

export async function installPackages(missing: string[], signal: AbortSignal): Promise<void> {
  await run(['apt-get', 'update'], { signal })
  const install = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '--yes', '--no-install-recommends'] as const
  await run(['env', ...install, ...missing], { signal })
}
