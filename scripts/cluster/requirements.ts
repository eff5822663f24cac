import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { clusterName, network, runFolder } from './places.ts'
import { networkPlugins } from './programs/containerd.ts'
import { run } from './run.ts'

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

/** Throws, with the way out, where this machine can never run the cluster as it is. */
export async function checkMachine() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('a cluster of its own needs Linux and root; elsewhere install minikube, and this command uses it')
  if (/^\/(run|var\/(lib|log))\//.test(runFolder))
    throw new Error(`${runFolder} cannot be used; name a folder outside /run, /var/lib and /var/log in XDG_CACHE_HOME`)
  const routes = (await run(['ip', 'route', 'show', 'root', network.reachable])).trim().split('\n').filter(Boolean)
  const foreign = routes.find(route => !route.includes(clusterName))
  if (foreign) throw new Error(`the addresses ${network.reachable} are in use on this machine: ${foreign}`)
}

/** The Debian packages that are missing here. */
export function missingPackages() {
  const isHere = (program: string) =>
    process.env.PATH?.split(delimiter).some(folder => existsSync(join(folder, program))) ?? false
  const missing = Object.entries(packages).flatMap(([program, name]) => (isHere(program) ? [] : [name]))
  if (!isHere('moto_server') && !isHere('python3')) missing.push('python3-venv')
  return networkPlugins() ? missing : [...missing, 'containernetworking-plugins']
}

export async function installPackages(missing: string[], signal: AbortSignal) {
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing]
  await run(['apt-get', 'update'], { signal })
  await run(['env', 'DEBIAN_FRONTEND=noninteractive', ...install], { signal })
}
