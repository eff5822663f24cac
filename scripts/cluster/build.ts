import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce } from '../system/cache.ts'
import { say } from '../system/command.ts'
import { run } from '../system/run.ts'

// renovate: datasource=github-releases depName=kubernetes/kubernetes extractVersion=^v(?<version>.+)$
const kubernetesVersion = '1.35.4'
// renovate: datasource=github-releases depName=kubernetes-sigs/metrics-server
const metricsServerVersion = 'v0.9.0'
// renovate: datasource=go depName=github.com/prometheus/prometheus
const prometheusVersion = 'v0.316.0' // 3.16.0, as a Go module counts it
// renovate: datasource=github-releases depName=cloudnativelabs/kube-router
const kubeRouterVersion = 'v2.1.0'
// renovate: datasource=github-releases depName=yannh/kubeconform
const kubeconformVersion = 'v0.8.0'
// renovate: datasource=github-releases depName=zegl/kube-score
const kubeScoreVersion = 'v1.20.0'
export const pauseImage = 'localhost/pause:1'

const kubernetesPrograms = 'kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl'.split(' ')

// It is process 1 of the node and of every pod. It keeps their namespaces alive and reaps orphaned processes.
const pauseSource = `package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGCHLD, syscall.SIGTERM, syscall.SIGINT)
	for received := range signals {
		if received != syscall.SIGCHLD {
			return
		}
		for {
			if child, _ := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); child <= 0 {
				break
			}
		}
	}
}
`

/** Builds what Debian does not package, once for a machine. Returns the folders of the programs. */
export const buildPrograms = async (signal: AbortSignal) => ({
  pause: await buildOnce('pause-1', folder => buildPause(folder, signal)),
  kubernetes: await buildOnce(`kubernetes-${kubernetesVersion}`, folder => buildKubernetes(folder, signal)),
  // The HorizontalPodAutoscaler gets its figures from it.
  metricsServer: await buildProgram('metrics-server', 'sigs.k8s.io/metrics-server', metricsServerVersion, signal),
  // It enforces NetworkPolicies. Flaws of this version are known: here it guards a cluster of tests alone.
  kubeRouter: await buildProgram('kube-router', 'github.com/cloudnativelabs/kube-router/v2', kubeRouterVersion, signal),
})

/** Builds what judges the objects of a cluster, once for a machine. Returns the folders of the programs. */
export const buildJudges = async (signal: AbortSignal) => ({
  kubeconform: await buildProgram('kubeconform', 'github.com/yannh/kubeconform', kubeconformVersion, signal),
  kubeScore: await buildProgram('kube-score', 'github.com/zegl/kube-score', kubeScoreVersion, signal),
})

/** Builds Prometheus and promtool, once for a machine. They find targets in Kubernetes alone. Returns their folder. */
export const buildPrometheus = (signal: AbortSignal): Promise<string> =>
  buildProgram('prometheus', 'github.com/prometheus/prometheus', prometheusVersion, signal, {
    others: ['promtool'],
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  })

/** Builds a program of a Go module, which has it in the folder cmd, and others beside it. */
const buildProgram = (
  program: string,
  module: string,
  version: string,
  signal: AbortSignal,
  { others = [], tags = [] }: { others?: string[]; tags?: string[] } = {},
) =>
  buildOnce(`${program}-${version}`, folder =>
    buildGo(
      {
        title: `${program} ${version}`,
        module: `module cluster\ngo 1.26\nrequire ${module} ${version}\n`,
        packages: [program, ...others].map(name => `${module}/cmd/${name}`),
        tags,
      },
      folder,
      signal,
    ),
  )

async function buildKubernetes(folder: string, signal: AbortSignal) {
  const release = `k8s.io/kubernetes@v${kubernetesVersion}`
  const { GoMod } = JSON.parse(await run(['go', 'mod', 'download', '-json', release], { folder, signal }))
  const [major, minor] = kubernetesVersion.split('.')
  const values = { gitVersion: `v${kubernetesVersion}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' }
  await buildGo(
    {
      title: `Kubernetes ${kubernetesVersion}`,
      module: kubernetesModule(readFileSync(GoMod, 'utf8')),
      packages: kubernetesPrograms.map(program => `k8s.io/kubernetes/cmd/${program}`),
      linkerFlags: Object.entries(values).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`),
    },
    folder,
    signal,
  )
}

/**
 * Text of a go.mod that requires Kubernetes. Kubernetes' own go.mod takes its staging modules from folders beside it,
 * which the module proxy does not have. The same modules are published as 0.x where Kubernetes is 1.x.
 */
function kubernetesModule(original: string) {
  const go = original.match(/^go \S+$/m)?.[0]
  const staging = [...original.matchAll(/^\s*(k8s\.io\/\S+) => \.\/staging/gm)].map(([, module]) => module)
  const replacements = staging.map(name => `replace ${name} => ${name} v${kubernetesVersion.replace(/^1/, '0')}`)
  return ['module cluster', go, `require k8s.io/kubernetes v${kubernetesVersion}`, ...replacements, ''].join('\n')
}

/** Builds the program `pause`, and pause.tar: an image of it, as containerd imports images. */
async function buildPause(folder: string, signal: AbortSignal) {
  const sources = { 'main.go': pauseSource }
  await buildGo({ title: 'pause', module: 'module pause\ngo 1.26\n', sources, packages: ['.'] }, folder, signal)
  await run(['tar', '--create', '--file=layer.tar', 'pause'], { folder, signal })
  const layer = createHash('sha256').update(readFileSync(join(folder, 'layer.tar')))
  const config = {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    config: { Entrypoint: ['/pause'], User: '65535:65535' },
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer.digest('hex')}`] },
  }
  const manifest = [{ Config: 'config.json', RepoTags: [pauseImage], Layers: ['layer.tar'] }]
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  const parts = ['manifest.json', 'config.json', 'layer.tar'] as const
  await run(['tar', '--create', '--file=pause.tar', ...parts], { folder, signal })
  for (const part of parts) rmSync(join(folder, part))
}

type GoBuild = {
  /** What people call it. */
  title: string
  /** Text of its go.mod. */
  module: string
  /** Texts of further files, by name. */
  sources?: Record<string, string>
  packages: string[]
  tags?: string[]
  linkerFlags?: string[]
}

/** Builds static programs with Go into a folder, at low priority, and reports progress every half minute. */
async function buildGo(
  { title, module, sources, packages, tags = [], linkerFlags = [] }: GoBuild,
  target: string,
  signal: AbortSignal,
) {
  await run(['go', 'version']).catch(() => {
    throw new Error(`${title} has to be built once, by Go, and Go is not on PATH; install it from https://go.dev/dl`)
  })
  say(`building ${title} with Go, once`)
  const folder = join(target, 'source')
  mkdirSync(folder)
  for (const [file, text] of Object.entries({ 'go.mod': module, ...sources })) writeFileSync(join(folder, file), text)

  const start = Date.now()
  let compiled = 0
  const progress = setInterval(() => {
    const minutes = ((Date.now() - start) / 60_000).toFixed(1)
    say(`  ${title}: ${compiled} packages compiled in ${minutes} minutes`)
  }, 30_000)
  const linker = `-ldflags=${['-s', '-w', ...linkerFlags].join(' ')}`
  const flags = ['-v', '-mod=mod', '-trimpath', `-tags=${tags}`, linker]
  const build = ['go', 'build', ...flags, '-o', `${target}/`, ...packages]
  try {
    await run(['env', 'CGO_ENABLED=0', 'GOWORK=off', 'nice', ...build], { folder, signal, onLine: () => compiled++ })
  } finally {
    clearInterval(progress)
  }
  rmSync(folder, { recursive: true })
}
