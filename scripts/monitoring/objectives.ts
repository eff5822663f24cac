import { routes } from '../../handlers/routes.ts'
import { service } from '../terraform/service.ts'

/** Selects the series of the service. */
export const ours = `job="${service.name}"`

export const requests = 'http_server_request_duration_seconds'

export type Objective = {
  /** Value of the label `slo`. */
  name: string
  target: number
  promise: string
  /** The endpoint that has to be quick, and the bucket of quick replies. Without it, no reply may be 5xx. */
  latency?: { route: string; bucket: string }
}

/** What the service promises over 30 days. */
export const objectives: readonly Objective[] = [
  {
    name: 'availability',
    target: 0.999,
    promise: 'Requests to an endpoint other than the probes are answered without 5xx.',
  },
  {
    name: 'mirror latency',
    target: 0.99,
    promise: 'Mirrors, those with 5xx left out, are answered within 100 ms.',
    latency: { route: '/api/mirror', bucket: '0.1' },
  },
  {
    name: 'upload latency',
    target: 0.99,
    promise: 'Uploads, those with 5xx left out, are answered within 1 s.',
    // Prometheus 3 writes every whole number like this, Prometheus 2 leaves it as the service wrote it.
    latency: { route: '/api/upload-random', bucket: '1.0' },
  },
]

const probes = routes.flatMap(({ probe, path }) => (probe ? [path] : [])).join('|')

/** Labels of requests that an endpoint other than the probes answered. What no endpoint answers has no route. */
export const toEndpoints = `http_route!~"|${probes}"`
/** Labels of replies that blame the service, those without a route too. */
export const errors = `http_route!~"${probes}", http_response_status_code=~"5.."`

/** PromQL: how many requests of a range count for an objective, and how many of them fail it. */
export function counts({ latency }: Objective, range: string, selector = ours) {
  const increase = (series: string, labels: string) =>
    `sum by (namespace) (increase(${requests}_${series}{${selector}, ${labels}}[${range}]))`
  if (!latency) return { all: increase('count', toEndpoints), failures: increase('count', errors) }
  const counted = `http_route="${latency.route}", http_response_status_code!~"5.."`
  const all = increase('count', counted)
  return { all, failures: `(${all} - ${increase('bucket', `${counted}, le="${latency.bucket}"`)})` }
}

/** PromQL: how fast the error budget is spent in a range. At 1 it lasts for exactly 30 days. */
export function burnRate(objective: Objective, range: string, selector = ours): string {
  const { all, failures } = counts(objective, range, selector)
  return `${failures} / ${all} / (1 - ${objective.target})`
}
