import { service } from '../terraform/service.ts'
import { type Alert, alerts, burns, duration, podA, recorded } from './alerts.ts'
import { burnRate, counts, objectives } from './objectives.ts'

const labelsOf = ({ severity }: Alert) => ({ service: service.name, severity })
const annotationsOf = ({ summary, meaning, firstStep }: Alert) => ({ summary, description: meaning, action: firstStep })

/** The rule file of Prometheus. Tests divide every range and waiting time by `shortenedBy`. */
export function rules({ shortenedBy = 1 } = {}) {
  const range = (seconds: number) => duration(seconds / shortenedBy)
  const windows = [...new Set(burns.flatMap(({ long, short }) => [long, short]))]
  const recordings = windows.map(range).flatMap(window =>
    objectives.flatMap(objective => {
      const labels = { slo: objective.name, window }
      return [
        { record: recorded.burnRate, expr: burnRate(objective, window), labels },
        { record: recorded.failures, expr: counts(objective, window).failures, labels },
      ]
    }),
  )
  const alerting = alerts.map(alert => ({
    alert: alert.name,
    expr: alert.when(range),
    for: alert.lasts && range(alert.lasts),
    labels: labelsOf(alert),
    annotations: annotationsOf(alert),
  }))
  return { groups: [{ name: service.name, rules: [...recordings, ...alerting] }] }
}

/**
 * Tests of the rules for promtool, by file name: before each alert fires, while it does, and after it resolved. A file
 * has one interval of evaluation. Examples of days would take promtool minutes if it evaluated them every minute.
 */
export const rulesTests = (): Record<string, object> => {
  const tests = alerts.flatMap(alert =>
    alert.examples.map(({ series, step = 60, at, labels = podA }) => ({
      interval: duration(step),
      input_series: Object.entries(series).map(([series, values]) => ({ series, values })),
      alert_rule_test: at.map((time, moment) => ({
        alertname: alert.name,
        eval_time: duration(time * step),
        exp_alerts:
          moment === 1
            ? [{ exp_labels: { ...labelsOf(alert), ...labels }, exp_annotations: annotationsOf(alert) }]
            : [],
      })),
    })),
  )
  const byInterval = Object.entries(Object.groupBy(tests, ({ interval }) => interval))
  return Object.fromEntries(
    byInterval.map(([interval, tests]) => [
      `rules-test-${interval}.json`,
      { rule_files: ['rules.json'], evaluation_interval: interval, tests },
    ]),
  )
}
