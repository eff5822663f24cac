import { parseArgs } from 'node:util'
import { runFolder } from './cluster/cluster.ts'
import { hasMinikube, minikube, minikubeArguments, minikubeProfile } from './cluster/minikube.ts'
import { status } from './cluster/programs.ts'
import { down, hostResources } from './cluster/remove.ts'
import { checkPlatform, missingPackages } from './cluster/requirements.ts'
import { up } from './cluster/up.ts'
import { print, readOptions, say } from './command.ts'
import { interrupted } from './system/interrupted.ts'

const help = `npm run cluster [-- up | down | status] [-- OPTIONS]

up      brings up a Kubernetes cluster; where it is up already, says so (the default)
down    removes it without a trace; what was built for it stays in the cache
status  says what runs

With minikube: in a profile of its own. Else, on Linux as root: one node in namespaces of its own, with a private
registry, an S3 (moto), metrics and addresses for load balancers; Kubernetes is built by Go once, in about 10 minutes.

  --install   also installs the Debian packages that are missing (as in CI)
  --dry-run   says what it would do and does nothing
  --help      prints this

Exit codes: 0 done or up, 1 failed or not up, 2 wrong options, 130 interrupted.
`

const signal = interrupted()

try {
  process.exitCode = await main(signal)
} catch (error) {
  process.exitCode = signal.aborted ? 130 : 1
  const { name, message } = error as Error
  say(name === 'AbortError' ? 'interrupted; nothing of it is left' : `cluster: ${message}`)
}

async function main(signal: AbortSignal) {
  const chosen = options()
  if (!chosen) return 2
  const { command, values } = chosen
  if (values.help) return print(help)
  if (hasMinikube()) {
    if (values['dry-run']) return print(`minikube ${minikubeArguments[command].join(' ')}\n`)
    const code = await minikube(command)
    if (command === 'up' && code === 0)
      say(`for addresses of load balancers: minikube tunnel --profile=${minikubeProfile}`)
    return code
  }

  checkPlatform()
  if (command === 'status') return tell()
  if (command === 'down') {
    if (values['dry-run']) return print(['would remove:', ...(await hostResources()), ''].join('\n'))
    say((await down()) ? 'the cluster is gone' : 'there is no cluster')
    return 0
  }
  const install = values.install || Boolean(process.env.CI)
  if (values['dry-run']) {
    const missing = missingPackages()
    if (missing.length > 0) print(`would ${install ? 'install' : 'miss'}: ${missing.join(' ')}\n`)
    return print(`would bring up one node in ${runFolder}, unless it is up\n`)
  }
  const start = Date.now()
  const cluster = await up({ signal, install })
  say(`up, after ${((Date.now() - start) / 1000).toFixed(1)} s`)
  return print(`export KUBECONFIG=${cluster.kubeconfig} PATH="${cluster.built.kubernetes}:$PATH"\n`)
}

async function tell() {
  const { cluster, states } = await status()
  const lines = cluster
    ? [
        ...states.map(({ name, problem = 'works', id }) => `${name.padEnd(24)} ${problem}, process ${id}`),
        `registry ${cluster.registry.address}, AWS ${cluster.aws.endpoint}, load balancers ${cluster.loadBalancers}`,
        `secrets and logs: ${runFolder}`,
      ]
    : ['not up', ...(await hostResources()).map(resource => `left: ${resource}`)]
  print(`${lines.join('\n')}\n`)
  return cluster && states.every(({ problem }) => !problem) ? 0 : 1
}

function options() {
  return readOptions('cluster', () => {
    const flag = { type: 'boolean', default: false } as const
    const { positionals, values } = parseArgs({
      options: { install: flag, 'dry-run': flag, help: flag },
      allowPositionals: true,
    })
    const [command = 'up', ...more] = positionals
    if ((command !== 'up' && command !== 'down' && command !== 'status') || more.length > 0)
      throw new Error(`"${positionals.join(' ')}" is not a command`)
    return { command, values } as const
  })
}
