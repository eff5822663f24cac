import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { origin } from '../process/environment.ts'
import { contentType, exposition, type Family, labels } from './exposition.ts'
import { requestMetrics } from './requests.ts'
import { gauge, runtimeMetrics } from './runtime.ts'
import { uploadMetrics } from './uploads.ts'

type Settings = {
  host: string | undefined
  inFlight: () => number
  maxInFlight: number
  /** Lines of the log that were dropped. */
  lost: () => number
}

/**
 * Opens the metrics of the process. `observe` is to be told of each request that is over; `watch` wraps the place for
 * uploads; `listen` serves GET /metrics until the process ends, and resolves to its URL. That server is one of its own:
 * Prometheus must reach every replica, also while it refuses requests or drains, and the load balancer must not.
 */
export function openMetrics(port: number, routes: Parameters<typeof requestMetrics>[0]) {
  const requests = requestMetrics(routes)
  const uploads = uploadMetrics()

  async function listen({ host, inFlight, maxInFlight, lost }: Settings): Promise<string> {
    const families: Family[] = [
      requests.family,
      gauge('http_server_active_requests', 'Requests in their handlers, without probes.', inFlight),
      gauge('http_server_active_requests_limit', 'At this many, more get 503: MAX_IN_FLIGHT.', () => maxInFlight),
      ...uploads.families,
      {
        name: 'log_lines_dropped_total',
        type: 'counter',
        help: 'Lines of the log that nobody took.',
        samples: () => [['', lost()]],
      },
      ...runtimeMetrics(),
      {
        name: 'build_info',
        type: 'gauge',
        help: 'Version and commit of the image; empty outside of it.',
        samples: () => [[build, 1]],
      },
    ]
    const server = createServer((request, response) => {
      const [status, text] =
        request.url?.split('?')[0] === '/metrics' ? [200, exposition(families)] : [404, 'see /metrics\n']
      response.writeHead(status, { 'Content-Type': contentType }).end(text)
    })
    server.maxConnections = 64
    // More than one in a packet would all be answered at once, and fill memory.
    server.maxRequestsPerSocket = 1
    const listening = once(server.listen(port, host), 'listening')
    await listening.catch(({ message }) => {
      throw new Error(`cannot offer metrics on ${origin(host, port)}: ${message}; see HOST and METRICS_PORT`)
    })
    return `${origin(host, (server.address() as AddressInfo).port)}/metrics`
  }

  return { observe: requests.observe, watch: uploads.watch, listen }
}

// Set in the Dockerfile.
const { VERSION = '', REVISION = '' } = process.env
const build = labels({ version: VERSION, revision: REVISION })
