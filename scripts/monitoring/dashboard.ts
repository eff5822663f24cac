import { service } from '../terraform/service.ts'
import { burnRate, errors, type Objective, objectives, ours, requests, toEndpoints } from './objectives.ts'

/** Names of units in Grafana. */
export type Unit = 'reqps' | 'percentunit' | 's' | 'short' | 'bytes'

export type Panel = {
  title: string
  description: string
  unit: Unit
  /** PromQL by legend; `{{label}}` in a legend is the value of that label. */
  queries: Record<string, string>
  /** Shows the newest values only. */
  isNow?: boolean
}

const chosen = `${ours}, namespace=~"$namespace"`
const select = (family: string, ...labels: string[]) => `${family}{${[chosen, ...labels].join(', ')}}`
const rate = (family: string, ...labels: string[]) => `rate(${select(family, ...labels)}[$__rate_interval])`
const replies = (...labels: string[]) => rate(`${requests}_count`, ...labels)
const quantile = (share: number, route: string) =>
  `histogram_quantile(${share}, sum by (le) (${rate(`${requests}_bucket`, `http_route="${route}"`)}))`
const byObjective = (query: (objective: Objective) => string) =>
  Object.fromEntries(objectives.map(objective => [objective.name, query(objective)]))
const eventLoop = 'nodejs_eventloop_time_seconds_total'

/** The panels in the order of reading, three in a row. */
export const panels: readonly Panel[] = [
  {
    title: 'Requests',
    description: 'Requests a second by endpoint, without probes. No endpoint: refused before a handler, such as 404.',
    unit: 'reqps',
    queries: {
      '{{http_route}}': `sum by (http_route) (${replies(toEndpoints)})`,
      'no endpoint': `sum(${replies('http_route=""')})`,
    },
  },
  {
    title: 'Errors',
    description: 'Requests a second that were answered with 500 or above, by endpoint and status, without probes.',
    unit: 'reqps',
    queries: {
      '{{http_route}} {{http_response_status_code}}': `sum by (http_route, http_response_status_code) (${replies(errors)}) > 0`,
    },
  },
  {
    title: 'Duration',
    description: 'Half and 99 % of the requests were answered within this time.',
    unit: 's',
    queries: {
      'mirror, half': quantile(0.5, '/api/mirror'),
      'mirror, 99 %': quantile(0.99, '/api/mirror'),
      'upload, half': quantile(0.5, '/api/upload-random'),
      'upload, 99 %': quantile(0.99, '/api/upload-random'),
    },
  },
  {
    title: 'Error budget left',
    description: 'Of the failures that each objective allows in 30 days. At 0 % release nothing but repairs.',
    unit: 'percentunit',
    queries: byObjective(objective => `clamp_min(1 - ${burnRate(objective, '30d', chosen)}, 0)`),
    isNow: true,
  },
  {
    title: 'Burn rate over an hour',
    description: 'At 1 the error budget lasts for exactly 30 days; above 14.4 a person is paged.',
    unit: 'short',
    queries: byObjective(objective => burnRate(objective, '1h', chosen)),
  },
  {
    title: 'Uploads',
    description: 'Uploads a second by outcome. Refused: a person must act. Failed: storage is down or silent.',
    unit: 'reqps',
    queries: {
      '{{outcome}}': `sum by (outcome) (${rate('uploads_total')})`,
      'attempts at storage': `sum(${rate('upload_attempts_total')})`,
    },
  },
  {
    title: 'In flight',
    description: 'Requests in handlers, by pod. At the limit, more are refused with 503.',
    unit: 'short',
    queries: {
      '{{pod}}': select('http_server_active_requests'),
      limit: `min(${select('http_server_active_requests_limit')})`,
    },
  },
  {
    title: 'Event loop',
    description: 'Share of the time in which it was busy, by pod. Near 100 %, every reply waits.',
    unit: 'percentunit',
    queries: {
      '{{pod}}': `sum by (pod) (${rate(eventLoop, 'nodejs_eventloop_state="active"')}) / sum by (pod) (${rate(eventLoop)})`,
    },
  },
  {
    title: 'CPU',
    description: 'Processors in use, by pod. The autoscaler adds pods by it.',
    unit: 'short',
    queries: { '{{pod}}': rate('process_cpu_seconds_total') },
  },
  {
    title: 'Heap',
    description: 'JavaScript objects in memory, by pod. At the limit, the process ends.',
    unit: 'bytes',
    queries: {
      '{{pod}}': select('v8js_memory_heap_used_bytes'),
      limit: `min(${select('v8js_memory_heap_limit_bytes')})`,
    },
  },
  {
    title: 'Memory',
    description: 'Resident memory, by pod. At the limit of its container, the process is killed.',
    unit: 'bytes',
    queries: { '{{pod}}': select('process_resident_memory_bytes') },
  },
  {
    title: 'Pods',
    description: 'Pods by version, and pods that Prometheus finds but cannot scrape.',
    unit: 'short',
    queries: {
      '{{version}}': `count by (version) (${select('build_info')})`,
      'not scraped': `count(${select('up')} == 0)`,
    },
  },
]

const budgetColours = {
  mode: 'absolute',
  steps: [
    { color: 'red', value: null },
    { color: 'green', value: 0.1 },
  ],
}

/** The dashboard as Grafana imports it. */
export function dashboard(): object {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills it in.
  const datasource = { type: 'prometheus', uid: '${datasource}' }
  const variables = [
    { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' },
    { name: 'namespace', type: 'query', datasource, query: `label_values(up{${ours}}, namespace)`, refresh: 2 },
  ]
  return {
    uid: service.name,
    title: service.name,
    description: 'Written by npm run monitoring from scripts/monitoring/dashboard.ts: edit that.',
    schemaVersion: 39,
    time: { from: 'now-3h', to: 'now' },
    refresh: '30s',
    templating: { list: variables },
    panels: panels.map(({ title, description, unit, queries, isNow = false }, index) => ({
      id: index + 1,
      title,
      description,
      type: isNow ? 'stat' : 'timeseries',
      datasource,
      gridPos: { x: (index % 3) * 8, y: Math.floor(index / 3) * 7, w: 8, h: 7 },
      targets: Object.entries(queries).map(([legendFormat, expr], query) => ({
        refId: 'ABCD'[query],
        datasource,
        expr,
        legendFormat,
        instant: isNow,
        range: !isNow,
      })),
      // Without thresholds Grafana shows values below 80 in green, and so an empty budget too.
      fieldConfig: { defaults: { unit, min: 0, thresholds: isNow ? budgetColours : undefined }, overrides: [] },
    })),
  }
}
