import { service } from '../terraform/service.ts'
import { type Objective, objectives, ours, requests } from './objectives.ts'

const [minute, hour, day] = [60, 3600, 86_400]

/** Writes seconds as Prometheus does, such as 90s, 5m or 3d. */
export function duration(seconds: number): string {
  const units = { d: day, h: hour, m: minute, s: 1 }
  const found = Object.entries(units).find(([, size]) => seconds % size === 0)
  return found ? `${seconds / found[1]}${found[0]}` : `${Math.round(seconds * 1000)}ms`
}

/** Series that make an alert fire, with a value every minute or every `step` seconds. */
export type Example = {
  /** Values in the notation of promtool, by series. */
  series: Record<string, string>
  step?: number
  /** When it is still quiet, fires, and has resolved, in steps. */
  at: [quiet: number, fires: number, resolved: number]
  /** Labels of the alert beside those that every alert has; those of pod a if not set. */
  labels?: Record<string, string>
}

export type Alert = {
  name: string
  /** `page`: a person has to act now. `ticket`: within days. */
  severity: 'page' | 'ticket'
  summary: string
  meaning: string
  firstStep: string
  /** PromQL; `range` writes seconds as a range. */
  when: (range: typeof duration) => string
  /** Seconds for which that has to hold before it fires; 0 if not set. */
  lasts?: number
  examples: Example[]
}

const namespace = { namespace: 'oper' }
export const podA = { job: service.name, ...namespace, pod: 'a' }

function series(family: string, labels: Record<string, string> = {}): string {
  const pairs = Object.entries({ ...podA, ...labels })
  return `${family}{${pairs.map(([name, value]) => `${name}="${value}"`).join(', ')}}`
}

/** A burn rate that is too fast over both windows, in seconds. A short one is a twelfth of its long one. */
type Burn = { factor: number; long: number; short: number }

const workbook = {
  fast: { factor: 14.4, long: hour, short: 5 * minute },
  steady: { factor: 6, long: 6 * hour, short: 30 * minute },
  slow: { factor: 1, long: 3 * day, short: 6 * hour },
}
export const burns: readonly Burn[] = Object.values(workbook)

/** What recording rules write for the burn-rate alerts, with the labels `slo`, `window` and `namespace`. */
export const recorded = { burnRate: 'mirror_service:burn_rate', failures: 'mirror_service:failures' }

/** With little traffic one failure alone is a high burn rate: fewer than this in the long window alert nobody. */
const fewestFailures = 10

const burning =
  ({ factor, long, short }: Burn): Alert['when'] =>
  range =>
    `${recorded.burnRate}{window="${range(long)}"} > ${factor}
and ignoring (window) ${recorded.burnRate}{window="${range(short)}"} > ${factor}
and ignoring (window) ${recorded.failures}{window="${range(long)}"} >= ${fewestFailures}`

const reply = (kind: string, labels: Record<string, string>) => series(`${requests}_${kind}`, labels)

/** A long window without failures, one with a quarter more of them than the alert allows, and one without. */
const burnExample =
  ({ factor, long, short }: Burn) =>
  ({ name, target, latency }: Objective): Example => {
    const [all, failing] = [1000, Number((1000 * factor * 1.25 * (1 - target)).toFixed(2))]
    const values = (before: number, during: number) =>
      `0+${before}x59 ${before * 60}+${during}x59 ${(before + during) * 60}+${before}x60`
    const http_route = latency?.route ?? '/api/mirror'
    const ok = { http_route, http_response_status_code: '200' }
    const bad = { http_route, http_response_status_code: '503' }
    const always = '0+1000x300'
    return {
      series: latency
        ? {
            [reply('count', ok)]: values(all, all),
            [reply('bucket', { ...ok, le: latency.bucket })]: values(all, all - failing),
            // A quick 503 does not count: it would hide the slow. So many other replies keep availability out of this.
            [reply('count', bad)]: always,
            [reply('bucket', { ...bad, le: latency.bucket })]: always,
            [reply('count', { http_route: '/api/openapi.json', http_response_status_code: '200' })]: '0+9999999x300',
          }
        : {
            [reply('count', ok)]: values(all, all - failing),
            [reply('count', bad)]: values(0, failing / 2),
            [reply('count', { http_response_status_code: '500' })]: values(0, failing / 2),
            // Neither counts: the probe would alert before, the 404 would hide the failures.
            [reply('count', { http_route: '/api/ready', http_response_status_code: '503' })]: always,
            [reply('count', { http_response_status_code: '404' })]: always,
          },
      step: long / 60,
      at: [1.75 * 60, 1.85 * 60, (2 + short / long) * 60],
      labels: { ...namespace, slo: name, window: duration(long) },
    }
  }

/** Of very few requests all fail: nine of them alert nobody. */
const littleTraffic: Example = {
  series: { [reply('count', { http_route: '/api/mirror', http_response_status_code: '503' })]: '0x9 1+1x11 12x20' },
  at: [18, 20, 27],
  labels: { ...namespace, slo: 'availability', window: duration(hour) },
}

const uploads = `uploads_total{${ours}`

/** Every alert: rules, their tests and the runbook are made from it. */
export const alerts: readonly Alert[] = [
  {
    name: 'ErrorBudgetBurnsFast',
    severity: 'page',
    summary: 'At this rate, the error budget of 30 days is gone in two days.',
    meaning: 'Users see errors or slow replies now. The label slo names the objective.',
    firstStep: 'On the dashboard, see which endpoint and status it is, and since when. After a release, roll back.',
    when: burning(workbook.fast),
    examples: [...objectives.map(burnExample(workbook.fast)), littleTraffic],
  },
  {
    name: 'ErrorBudgetBurns',
    severity: 'page',
    summary: 'At this rate, the error budget of 30 days is gone in five days.',
    meaning: 'A part of the requests has failed or was slow for hours.',
    firstStep: 'Compare pods on the dashboard: one pod is a bad node, all are storage or the release.',
    when: burning(workbook.steady),
    examples: objectives.map(burnExample(workbook.steady)),
  },
  {
    name: 'ErrorBudgetBurnsSlowly',
    severity: 'ticket',
    summary: 'At this rate, the error budget is gone before its 30 days are over.',
    meaning: 'A few requests have failed or were slow for days.',
    firstStep: 'Look for the most frequent error in the log, and plan its repair.',
    when: burning(workbook.slow),
    examples: objectives.map(burnExample(workbook.slow)),
  },
  {
    name: 'NoPodScraped',
    severity: 'page',
    summary: 'Prometheus has no metrics of any pod in a namespace, or finds no pod at all.',
    meaning: 'The service is down, or Prometheus does not find or reach it. All other alerts are blind.',
    firstStep: 'Call /api/health through the load balancer. If it answers, the targets page of Prometheus says why.',
    when: () => `sum by (namespace) (up{${ours}}) == 0 or absent(up{${ours}})`,
    lasts: 5 * minute,
    examples: [
      {
        series: { [series('up')]: '1x9 0x19 1x10', [series('up', { namespace: 'another' })]: '1x40' },
        at: [14, 15, 30],
        labels: namespace,
      },
      { series: { [series('up')]: '1x9 stale _x18 1x10' }, at: [14, 15, 30], labels: { job: service.name } },
    ],
  },
  {
    name: 'PodNotScraped',
    severity: 'ticket',
    summary: 'A pod gives Prometheus no metrics.',
    meaning: 'The pod hangs, crashes again and again, or cannot be reached.',
    firstStep: 'Look at the pod with kubectl describe pod and kubectl logs --previous.',
    when: () => `up{${ours}} == 0`,
    lasts: 15 * minute,
    examples: [{ series: { [series('up')]: '1x9 0x29 1x10' }, at: [24, 25, 40] }],
  },
  {
    name: 'PodRestarts',
    severity: 'ticket',
    summary: 'A container has restarted twice within an hour.',
    meaning: 'The process crashes, runs out of memory, or its liveness probe fails.',
    firstStep: 'kubectl describe pod shows the exit code and reason; kubectl logs --previous shows the last lines.',
    when: range => `changes(process_start_time_seconds{${ours}}[${range(hour)}]) >= 2`,
    examples: [{ series: { [series('process_start_time_seconds')]: '100x9 600x9 1200x80' }, at: [19, 20, 75] }],
  },
  {
    name: 'InFlightNearLimit',
    severity: 'ticket',
    summary: 'A pod answers over 80 % of the requests that it may at one time.',
    meaning: 'At the limit it refuses requests with 503.',
    firstStep: 'If uploads wait, look at storage. Else raise max_replicas of the root app.',
    when: () => `http_server_active_requests{${ours}} / http_server_active_requests_limit{${ours}} > 0.8`,
    lasts: 5 * minute,
    examples: [
      {
        series: {
          [series('http_server_active_requests')]: '200x9 210x9 200x10',
          [series('http_server_active_requests_limit')]: '256x40',
        },
        at: [14, 15, 20],
      },
    ],
  },
  {
    name: 'UploadsRefused',
    severity: 'page',
    summary: 'Storage has refused three uploads within 15 minutes.',
    meaning: 'The bucket, its key or the rights of the pods are wrong. It does not pass by itself: a person must act.',
    firstStep: 'The log has the cause from storage. Check the bucket and the role of the pods; run npm run plan.',
    when: range => `sum by (namespace) (increase(${uploads}, outcome="refused"}[${range(15 * minute)}])) >= 3`,
    examples: [
      {
        series: { [series('uploads_total', { outcome: 'refused' })]: '0x9 1 2 3x40' },
        at: [11, 12, 30],
        labels: namespace,
      },
    ],
  },
  {
    name: 'LogLinesDropped',
    severity: 'ticket',
    summary: 'A pod has dropped log lines within 15 minutes.',
    meaning: 'Nobody takes the log quickly enough; what happened then is not in it.',
    firstStep: 'Check the disk of the node and its log collector. Is LOG_LEVEL debug?',
    when: range => `increase(log_lines_dropped_total{${ours}}[${range(15 * minute)}]) > 0`,
    examples: [{ series: { [series('log_lines_dropped_total')]: '0x9 5x40' }, at: [9, 10, 30] }],
  },
  {
    name: 'CredentialsNotRenewed',
    severity: 'page',
    summary: 'The storage credentials of a pod end within two minutes.',
    meaning: 'Uploads renew them five minutes before their end. There were uploads, so the renewal fails.',
    firstStep: 'The log has the cause. Check the agent or identity provider that gives the credentials.',
    when: range => `credentials_expiration_timestamp_seconds{${ours}} - time() < ${2 * minute}
and on (namespace, pod) sum by (namespace, pod) (increase(${uploads}}[${range(2 * minute)}])) > 0`,
    examples: [
      {
        series: {
          [series('credentials_expiration_timestamp_seconds')]: '1200x19 9000x20',
          [series('uploads_total', { outcome: 'stored' })]: '0+1x40',
          // A pod without uploads needs no credentials.
          [series('credentials_expiration_timestamp_seconds', { pod: 'b' })]: '1200x40',
          [series('uploads_total', { pod: 'b', outcome: 'stored' })]: '5x40',
        },
        at: [18, 19, 20],
      },
    ],
  },
]
