import { type Panel, panels, type Unit } from './dashboard.ts'

type Line = { name: string; points: [seconds: number, value: number][] }
type Reply = { error?: string; data: { result: { metric: Record<string, string>; values: [number, string][] }[] } }
type Span = { start: number; end: number; step: number }

const [columns, width, height] = [3, 400, 245]
/** The plot within a panel. */
const plot = { left: 62, top: 38, width: 322, height: 135 }
const [text, faint, grid] = ['#1f2328', '#59636e', '#d1d9e0']
const colours = ['#0969da', '#cf222e', '#1a7f37', '#9a6700', '#8250df', '#57606a', '#bf3989', '#0a7d91']
/** More lines than this are drawn without a name. */
const mostNames = 8

/** Asks a Prometheus for the panels of the dashboard over the last minutes, or as long as it has data, and draws them as SVG. */
export async function picture(prometheus: string, minutes: number): Promise<string> {
  const end = Math.floor(Date.now() / 1000)
  const span = { start: end - minutes * 60, end, step: Math.max(1, Math.round(minutes / 2)) }
  const answers: Line[][] = []
  for (const panel of panels) answers.push(await ask(prometheus, panel, span))
  const times = answers.flat().flatMap(({ points }) => points.map(([time]) => time))
  span.start = Math.min(...times, end - 60)
  const charts = panels.map((panel, index) => {
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
    return `<g transform="translate(${x} ${y})">\n${chart(panel, answers[index] as Line[], span)}\n</g>`
  })
  const size = `${columns * width} ${Math.ceil(panels.length / columns) * height}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" font-family="system-ui, sans-serif" font-size="11" fill="${text}">
<title>The dashboard over ${Math.round((end - span.start) / 60)} minutes</title>
<rect width="100%" height="100%" fill="#fff"/>
${charts.join('\n')}
</svg>
`
}

async function ask(prometheus: string, { queries }: Panel, { start, end, step }: Span): Promise<Line[]> {
  const lines: Line[] = []
  for (const [legend, query] of Object.entries(queries)) {
    const filled = query.replaceAll('$namespace', '.*').replaceAll('$__rate_interval', '1m')
    const words = new URLSearchParams({ query: filled, start: `${start}`, end: `${end}`, step: `${step}` })
    const { data, error } = await fetch(`${prometheus}/api/v1/query_range?${words}`)
      .then(reply => reply.json() as Promise<Reply>)
      .catch(() => {
        throw new Error(`no Prometheus answers at ${prometheus}`)
      })
    if (error) throw new Error(`${prometheus} says: ${error}\nto the query ${filled}`)
    const found = data.result.map(({ metric, values }): Line => {
      const name = legend.replace(/{{(.*?)}}/g, (_, label) => metric[label] ?? '')
      return { name, points: values.map(([time, value]) => [time, Number(value)]) }
    })
    lines.push(...found.sort((a, b) => a.name.localeCompare(b.name)))
  }
  return lines
}

function chart({ title, unit }: Panel, lines: readonly Line[], { start, end, step }: Span): string {
  const values = lines.flatMap(({ points }) => points.map(([, value]) => value)).filter(Number.isFinite)
  const most = roundUp(Math.max(...values, 0), unit)
  const round = (value: number) => Math.round(value * 10) / 10
  const x = (time: number) => round(plot.left + ((time - start) / (end - start)) * plot.width)
  const y = (value: number) => round(plot.top + (1 - value / most) * plot.height)
  const colour = (index: number) => colours[index % colours.length]
  const bottom = plot.top + plot.height

  const marks = [0, most / 2, most].map(
    value => `<path d="M${plot.left} ${y(value)}h${plot.width}" stroke="${grid}"/>
<text x="${plot.left - 6}" y="${y(value) + 4}" text-anchor="end" fill="${faint}">${units[unit].write(value)}</text>`,
  )
  const curves = lines.map(({ points }, index) => {
    let last = Number.NEGATIVE_INFINITY
    const path = points.flatMap(([time, value]) => {
      if (!Number.isFinite(value)) return []
      const isGap = time - last > step * 1.5
      last = time
      return `${isGap ? 'M' : 'L'}${x(time)} ${y(value)}`
    })
    return `<path d="${path.join('')}" fill="none" stroke="${colour(index)}" stroke-width="1.5" stroke-linecap="round"/>`
  })
  const names = lines.slice(0, mostNames).map(({ name }, index) => {
    const [nameX, nameY] = [plot.left + (index % 2) * (plot.width / 2), bottom + 31 + Math.floor(index / 2) * 13]
    return `<rect x="${nameX}" y="${nameY - 6}" width="12" height="4" fill="${colour(index)}"/>
<text x="${nameX + 17}" y="${nameY}">${name.length > 24 ? `…${name.slice(-15)}` : name}</text>`
  })
  return `<text x="14" y="22" font-size="14" font-weight="bold">${title}</text>
<text x="${plot.left}" y="${bottom + 14}" fill="${faint}">−${Math.round((end - start) / 60)} min</text>
<text x="${plot.left + plot.width}" y="${bottom + 14}" text-anchor="end" fill="${faint}">now</text>
${[...marks, ...curves, ...names].join('\n')}`
}

const short = (value: number) => String(Number(value.toPrecision(3)))

/** How a value is written, and the least value at the top of a chart. */
const units: Record<Unit, { write: (value: number) => string; least: number }> = {
  reqps: { write: value => `${short(value)}/s`, least: 1 },
  percentunit: { write: value => `${short(value * 100)} %`, least: 0.01 },
  s: { write: value => (value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`), least: 0.01 },
  short: { write: short, least: 1 },
  bytes: { write: value => `${short(value / 2 ** 20)} MiB`, least: 2 ** 20 },
}

/** The next number that reads well at the top of a chart, with its half in the middle. */
function roundUp(value: number, unit: Unit): number {
  const [base, most] = [unit === 'bytes' ? 2 ** 20 : 1, Math.max(value, units[unit].least)]
  const power = base * 10 ** Math.floor(Math.log10(most / base))
  return power * ([1, 2, 4, 6, 8, 10].find(step => step * power >= most * 0.9999) as number)
}
