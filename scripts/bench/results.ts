import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readmeSection } from '../system/readme-section.ts'
import { chart } from './chart.ts'
import type { Figure } from './figures.ts'
import { root } from './peers.ts'

/** Values of one figure of one peer in one round, by title. */
export type Sample = { figure: string; peer: string; values: Record<string, number> }

type Spread = { median: number; min: number; max: number }

/** By title, by peer; the first peer is the floor. `ratio` is to the floor in the same round. */
type Measured = Record<string, Record<string, Spread & { ratio?: Spread }>>

export type Results = {
  date: string
  machine: string
  rounds: number
  versions: Record<string, string>
  figures: Measured
}

/** The folder of the bench, with its committed results. */
const folder = 'scripts/bench'

/** Medians and spreads of samples, which are in the order of their rounds. */
export function summary(samples: readonly Sample[], figures: readonly Figure[]): Measured {
  const measured: Measured = {}
  for (const { name, peers, isCompared = true } of figures) {
    const own = samples.filter(({ figure }) => figure === name)
    for (const title of Object.keys(own[0]?.values ?? {})) {
      const of = (wanted: string) =>
        own.flatMap(({ peer, values }) => (peer === wanted ? [values[title] as number] : []))
      const floor = of(peers[0]?.name as string)
      const entries = peers.map(({ name: peer }, index) => {
        const values = of(peer)
        const ratios = values.map((value, round) => value / (floor[round] as number))
        return [peer, { ...spread(values), ...(isCompared && index > 0 && { ratio: spread(ratios) }) }]
      })
      measured[title] = Object.fromEntries(entries)
    }
  }
  return measured
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b).map(value => Number(value.toPrecision(3)))
  const [min, median, max] = [0, Math.floor(sorted.length / 2), -1].map(index => sorted.at(index) as number)
  return { median, min, max } as Spread
}

/** The results as Markdown: a table for each floor. */
export function tables({ date, machine, rounds, versions, figures }: Results): string {
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const byFloor = Object.groupBy(Object.entries(figures), ([, peers]) => Object.keys(peers)[0] as string)
  const all = Object.values(byFloor).map((rows = []) => {
    const peers = [...new Set(rows.flatMap(([, peers]) => Object.keys(peers)))]
    const lines = rows.map(([title, measured]) => [title, ...peers.map(peer => cell(measured[peer]))])
    return [['', ...peers], ['', ...peers].map(() => '---'), ...lines]
      .map(cells => `| ${cells.join(' | ')} |`)
      .join('\n')
  })
  return `${date}, ${machine}, ${rounds} rounds. ${software.join(', ')}.\n\n${all.join('\n\n')}\n`
}

function cell(measured: (Spread & { ratio?: Spread }) | undefined): string {
  if (!measured) return ''
  const { median, ratio } = measured
  const two = (value: number) => value.toFixed(2)
  return ratio ? `${median}, **${two(ratio.median)} ×** (${two(ratio.min)}–${two(ratio.max)})` : String(median)
}

export const readResults = (): Results => JSON.parse(readFileSync(join(root, folder, 'results.json'), 'utf8'))

/** The text of every file that is made of the results, by its path. */
export function resultFiles(results: Results): Record<string, string> {
  const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
  return {
    [`${folder}/results.json`]: `${JSON.stringify(results, null, 2)}\n`,
    [`${folder}/README.md`]: readmeSection(readme, 'bench', `\n${tables(results)}`),
    [`${folder}/chart-light.svg`]: chart(results, 'light'),
    [`${folder}/chart-dark.svg`]: chart(results, 'dark'),
  }
}
