import type { Results } from './results.ts'

const themes = {
  light: { text: '#1f2328', faint: '#59636e', peer: '#afb8c1', ours: '#0969da' },
  dark: { text: '#f0f6fc', faint: '#9198a1', peer: '#656c76', ours: '#4493f8' },
}

const panels: [title: string, heading: string][] = [
  ['GET mirror: µs CPU', 'GET mirror: CPU a request'],
  ['GET health: µs CPU', 'GET health: CPU a request'],
  ['POST upload: µs CPU', 'POST upload: CPU a request'],
  ['memory after load: MB', 'Memory after load'],
]

const [panelWidth, panelHeight, row, barStart, barWidth] = [490, 205, 25, 160, 200]
/** The ratio at the right end of the bars; longer bars are cut there. */
const most = 3

/** Bars of the main figures as SVG, each as a multiple of its floor. */
export function chart({ figures }: Results, theme: keyof typeof themes): string {
  const { text, faint, peer: grey, ours } = themes[theme]
  const parts = panels.map(([title, heading], index) => {
    const figure = figures[title]
    if (!figure) throw new Error(`the results have no figure "${title}"`)
    const measured = Object.entries(figure).sort(([, a], [, b]) => a.median - b.median)
    const unit = title.endsWith('MB') ? 'MB' : 'µs'
    const bars = measured.map(([name, { median, ratio }], line) => {
      const [y, share] = [46 + line * row, ratio?.median ?? 1]
      const width = Math.round((Math.min(share, most) / most) * barWidth)
      const cut = `<path d="M${barStart + barWidth - 16} ${y + 9}l6-19h5l-6 19z" fill="${faint}"/>`
      const [fill, weight] = name === 'mirror-service' ? [ours, 'bold'] : [grey, 'normal']
      return `
    <text x="${barStart - 8}" y="${y + 4}" text-anchor="end" font-weight="${weight}">${name}</text>
    <rect x="${barStart}" y="${y - 8}" width="${width}" height="16" rx="2" fill="${fill}"/>${share > most ? cut : ''}
    <text x="${barStart + width + 8}" y="${y + 4}">${share.toFixed(2)} ×
      <tspan dx="6" fill="${faint}">${median} ${unit}</tspan></text>`
    })
    const [x, y] = [(index % 2) * panelWidth, Math.floor(index / 2) * panelHeight]
    return `  <g transform="translate(${x} ${y})">
    <text x="${barStart}" y="20" font-size="15" font-weight="bold">${heading}</text>${bars.join('')}
  </g>`
  })
  const [width, height] = [2 * panelWidth, 2 * panelHeight]
  const font = 'font-family="system-ui, sans-serif" font-size="13"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${font} fill="${text}">
  <title>The service beside its peers: less is better</title>
${parts.join('\n')}
</svg>
`
}
