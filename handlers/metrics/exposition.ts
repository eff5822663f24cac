/** A metric: its samples are read when it is asked for. */
export type Family = {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  samples: () => Iterable<Sample>
}

/** Suffix of the name with labels, and value. */
export type Sample = readonly [suffix: string, value: number]

/** Labels as they are written; those that are undefined are left out. */
export function labels(values: Record<string, string | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  return `{${pairs.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join()}}`
}

export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Writes metrics in Prometheus' text format.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function exposition(families: readonly Family[]): string {
  let text = ''
  for (const { name, type, help, samples } of families) {
    text += `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`
    for (const [suffix, value] of samples()) text += `${name}${suffix} ${value}\n`
  }
  return text
}
