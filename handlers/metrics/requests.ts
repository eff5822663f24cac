import type { Route } from '../http/handler.ts'
import type { Observe } from '../http/serve.ts'
import { type Family, labels, type Sample } from './exposition.ts'

type Status = number | undefined

/** Upper bounds of the buckets, in seconds. */
const bounds = [0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

/** What a route may answer besides what its contract says: an unexpected failure, and too many requests in flight. */
const unplanned = ({ probe }: Route) => (probe ? [500] : [500, 503])

/** How a request ends that no route answers. Undefined: its connection ended before the reply. */
const unanswered: Status[] = [400, 404, 405, 408, 413, 417, 431, 500, undefined]

/**
 * Counts requests and measures how long they take, by OpenTelemetry's names. All series are there from the start, and
 * none is added, whatever clients send. What no route answers has no route, and one bucket.
 * Source: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export function requestMetrics(routes: readonly (Route & { replies: Record<number, unknown> })[]) {
  const routed = new Map<Route, Map<Status, Histogram>>()
  for (const route of routes) {
    const statuses = new Set([...Object.keys(route.replies).map(Number), ...unplanned(route)])
    routed.set(route, histograms(bounds, statuses, route.method, route.path))
  }
  const [get, post, other] = ['GET', 'POST', '_OTHER'].map(method => histograms([], unanswered, method)) as Methods

  function observe(ms: number, status: Status, method?: string, route?: Route): void {
    const unrouted = method === 'GET' || method === 'HEAD' ? get : method === 'POST' ? post : other
    const known = (route && routed.get(route)?.get(status)) ?? unrouted.get(status)
    // A status that nobody has declared is a fault of ours.
    const series = known ?? (unrouted.get(500) as Histogram)
    series.add(ms / 1000)
  }

  const family: Family = {
    name: 'http_server_request_duration_seconds',
    type: 'histogram',
    help: 'Requests and how long they took.',
    *samples() {
      for (const series of [...routed.values(), get, post, other])
        for (const one of series.values()) yield* one.samples()
    },
  }
  return { observe: observe satisfies Observe, family }
}

type Methods = [get: Map<Status, Histogram>, post: Map<Status, Histogram>, other: Map<Status, Histogram>]

function histograms(bounds: readonly number[], statuses: Iterable<Status>, method: string, route?: string) {
  const named = (status: Status) => ({
    http_request_method: method,
    http_route: route,
    http_response_status_code: status?.toString(),
    url_scheme: 'http',
    error_type: status === undefined ? 'cut_off' : status >= 500 ? String(status) : undefined,
  })
  return new Map(Array.from(statuses, status => [status, new Histogram(bounds, named(status))]))
}

class Histogram {
  readonly #bounds: readonly number[]
  readonly #labels: Record<string, string | undefined>
  readonly #counts: number[]
  #sum = 0
  constructor(bounds: readonly number[], labels: Record<string, string | undefined>) {
    this.#bounds = bounds
    this.#labels = labels
    this.#counts = new Array(bounds.length + 1).fill(0)
  }

  add(seconds: number): void {
    let bucket = 0
    while (seconds > (this.#bounds[bucket] as number)) bucket++
    this.#counts[bucket] = (this.#counts[bucket] as number) + 1
    this.#sum += seconds
  }

  *samples(): Iterable<Sample> {
    let count = 0
    for (const [bucket, inside] of this.#counts.entries()) {
      count += inside
      // Prometheus 3 would write 1 as 1.0.
      const le = String(this.#bounds[bucket] ?? '+Inf').replace(/^\d$/, '$&.0')
      yield [`_bucket${labels({ ...this.#labels, le })}`, count]
    }
    yield [`_sum${labels(this.#labels)}`, this.#sum]
    yield [`_count${labels(this.#labels)}`, count]
  }
}
