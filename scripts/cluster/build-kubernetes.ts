import { readFileSync } from 'node:fs'
import { buildOnce } from '../system/cache.ts'
import { run } from '../system/run.ts'
import { buildGo } from './build-go.ts'

export const kubernetesVersion = '1.35.4'

const programs = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy', 'kubectl']

/** The folder with the programs of Kubernetes, which are built from its Go modules where they are not in the cache. */
export const buildKubernetes = (signal: AbortSignal) =>
  buildOnce(`kubernetes-${kubernetesVersion}`, async folder => {
    const release = `k8s.io/kubernetes@v${kubernetesVersion}`
    const { GoMod } = JSON.parse(await run(['go', 'mod', 'download', '-json', release], { folder, signal }))
    const [major, minor] = kubernetesVersion.split('.')
    const values = { gitVersion: `v${kubernetesVersion}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' }
    const stamps = Object.entries(values).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`)
    await buildGo(
      {
        name: `Kubernetes ${kubernetesVersion}`,
        module: kubernetesModule(readFileSync(GoMod, 'utf8')),
        packages: programs.map(program => `k8s.io/kubernetes/cmd/${program}`),
        flags: [`-ldflags=-s -w ${stamps.join(' ')}`],
      },
      folder,
      signal,
    )
  })

/**
 * A module that requires Kubernetes. Its own go.mod takes its parts from folders beside it, which the module proxy does
 * not have; the same parts are published as modules with a 0 for the 1 of the version.
 */
function kubernetesModule(original: string) {
  const go = original.match(/^go \S+$/m)?.[0]
  const parts = [...original.matchAll(/^\s*(k8s\.io\/\S+) => \.\/staging/gm)].map(([, part]) => part)
  const replacements = parts.map(part => `replace ${part} => ${part} v${kubernetesVersion.replace(/^1/, '0')}`)
  return ['module cluster', go, `require k8s.io/kubernetes v${kubernetesVersion}`, ...replacements, ''].join('\n')
}
