import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, searchPath } from '../system/run.ts'
import { clusterName, network, runFolder } from './places.ts'
import { networkPlugins } from './programs/containerd.ts'

/** Programs, and the Debian packages that have them. */
const packages = {
  containerd: 'containerd',
  runc: 'runc',
  etcd: 'etcd-server',
  'docker-registry': 'docker-registry',
  htpasswd: 'apache2-utils',
  iptables: 'iptables',
  ip: 'iproute2',
  sysctl: 'procps',
  openssl: 'openssl',
}

/** Throws where no cluster of its own can be, whatever is installed. */
export function checkPlatform() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error(
      'a cluster of its own needs Linux and root; elsewhere install minikube, and npm run cluster uses it',
    )
  if (/^\/(run|var\/(lib|log))\//.test(runFolder))
    throw new Error(`${runFolder} cannot be used; name a folder outside /run, /var/lib and /var/log in XDG_CACHE_HOME`)
}

/** Throws where another network of this machine has the addresses. */
export async function checkAddresses() {
  const routes = await run(['ip', 'route', 'show', 'root', network.reachable])
  const foreign = routes.split('\n').find(route => route && !route.includes(clusterName))
  if (foreign) throw new Error(`the addresses ${network.reachable} are in use on this machine: ${foreign}`)
}

/** The Debian packages that are missing here. */
export function missingPackages() {
  const isHere = (program: string) => searchPath.split(delimiter).some(folder => existsSync(join(folder, program)))
  const missing = Object.entries(packages).flatMap(([program, name]) => (isHere(program) ? [] : [name]))
  if (!isHere('moto_server') && !isHere('python3')) missing.push('python3-venv')
  return networkPlugins() ? missing : [...missing, 'containernetworking-plugins']
}

export async function installPackages(missing: string[], signal: AbortSignal) {
  await run(['apt-get', 'update'], { signal })
  const install = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '--yes', '--no-install-recommends'] as const
  await run(['env', ...install, ...missing], { signal })
}
