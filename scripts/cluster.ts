import { runFolder } from './cluster/cluster.ts'
import { hasMinikube, minikube, minikubeArguments, minikubeProfile } from './cluster/minikube.ts'
import { status } from './cluster/programs.ts'
import { down, hostResources } from './cluster/remove.ts'
import { checkPlatform, missingPackages } from './cluster/requirements.ts'
import { up } from './cluster/up.ts'
import { command, print, say, WrongUse } from './system/command.ts'

await command('cluster', {
  help: `npm run cluster [-- up | down | status] [-- OPTIONS]

up      starts a Kubernetes cluster, or says that it is up (the default)
down    removes it and all it left behind; what was built for it stays in the cache
status  says what runs

With minikube: a profile of its own. Otherwise, on Linux as root: one node in namespaces of its own, with a private
registry, S3 (moto), metrics and addresses for load balancers. Go builds Kubernetes once, in about 15 minutes.

  --install   also installs the Debian packages that are missing (as in CI)
  --dry-run   says what it would do and does nothing
  --help      prints this

Exit codes: 0 done or up, 1 failed or not up, 2 wrong options, 130 interrupted.
`,
  options: { install: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  positionals: true,
  interrupted: 'interrupted; nothing of it is left',
  async run({ values, positionals }, signal) {
    const action = readAction(positionals)
    const dryRun = values['dry-run']
    if (hasMinikube()) {
      if (dryRun) return print(`minikube ${minikubeArguments[action].join(' ')}`)
      const code = await minikube(action)
      if (action === 'up' && code === 0)
        say(`for addresses of load balancers, run: minikube tunnel --profile=${minikubeProfile}`)
      return code
    }

    checkPlatform()
    if (action === 'status') return showStatus()
    if (action === 'down') {
      if (dryRun) return print(['would remove:', ...(await hostResources())].join('\n'))
      return say((await down()) ? 'the cluster is gone' : 'there is no cluster')
    }
    const install = values.install || Boolean(process.env.CI)
    if (dryRun) {
      const missing = missingPackages()
      if (missing.length > 0) print(`would ${install ? 'install' : 'miss'}: ${missing.join(' ')}`)
      return print(`would start one node in ${runFolder}, unless it is up`)
    }
    const start = Date.now()
    const cluster = await up({ signal, install })
    say(`up, after ${((Date.now() - start) / 1000).toFixed(1)} s`)
    print(`export KUBECONFIG=${cluster.kubeconfig} PATH="${cluster.built.kubernetes}:$PATH"`)
  },
})

function readAction(positionals: string[]) {
  const [action = 'up', ...more] = positionals
  if ((action !== 'up' && action !== 'down' && action !== 'status') || more.length > 0)
    throw new WrongUse(`"${positionals.join(' ')}" is not one of up, down and status`)
  return action
}

/** Prints what runs; returns 0 if all of it works. */
async function showStatus(): Promise<number> {
  const { cluster, states } = await status()
  const lines = cluster
    ? [
        ...states.map(({ name, problem = 'works', id }) => `${name.padEnd(24)} ${problem}, process ${id}`),
        `registry ${cluster.registry.address}, AWS ${cluster.aws.endpoint}, load balancers ${cluster.loadBalancers}`,
        `secrets and logs: ${runFolder}`,
      ]
    : ['not up', ...(await hostResources()).map(resource => `left: ${resource}`)]
  print(lines.join('\n'))
  return cluster && states.every(({ problem }) => !problem) ? 0 : 1
}
