import { parseArgs } from 'node:util'
import { down } from './cluster/down.ts'
import { hasMinikube, minikube, minikubeCommand } from './cluster/minikube.ts'
import { runFolder } from './cluster/places.ts'
import { checkPlatform, missingPackages } from './cluster/requirements.ts'
import { status } from './cluster/status.ts'
import { traces } from './cluster/traces.ts'
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
    if (values['dry-run']) return print(`minikube ${minikubeCommand[command].join(' ')}\n`)
    const code = await minikube(command)
    if (command === 'up' && code === 0) say('for addresses of load balancers: minikube tunnel --profile=mirror-service')
    return code
  }

  checkPlatform()
  if (command === 'status') return tell()
  if (command === 'down') {
    if (values['dry-run']) return print(['would remove:', ...(await traces()), ''].join('\n'))
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
  const stage = await up({ signal, say, install })
  say(`up, after ${((Date.now() - start) / 1000).toFixed(1)} s`)
  return print(`export KUBECONFIG=${stage.kubeconfig} PATH="${stage.built.kubernetes}:$PATH"\n`)
}

async function tell() {
  const { stage, states } = await status()
  const lines = stage
    ? [
        ...states.map(({ name, problem = 'works', id }) => `${name.padEnd(24)} ${problem}, process ${id}`),
        `registry ${stage.registry.address}, AWS ${stage.aws.endpoint}, load balancers ${stage.loadBalancers}`,
        `secrets and logs: ${runFolder}`,
      ]
    : ['not up', ...(await traces()).map(trace => `left: ${trace}`)]
  print(`${lines.join('\n')}\n`)
  return stage && states.every(({ problem }) => !problem) ? 0 : 1
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
