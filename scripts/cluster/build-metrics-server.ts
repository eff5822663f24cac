import { buildOnce } from '../system/cache.ts'
import { buildGo } from './build-go.ts'

const version = 'v0.9.0'

/** The folder with metrics-server: without it the autoscaler is blind. */
export const buildMetricsServer = (signal: AbortSignal) =>
  buildOnce(`metrics-server-${version}`, folder =>
    buildGo(
      {
        name: `metrics-server ${version}`,
        module: `module cluster\ngo 1.26\nrequire sigs.k8s.io/metrics-server ${version}\n`,
        packages: ['sigs.k8s.io/metrics-server/cmd/metrics-server'],
        flags: ['-ldflags=-s -w'],
      },
      folder,
      signal,
    ),
  )
