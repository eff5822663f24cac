import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bare, ours, root } from './peers.ts'
import { readResults, resultFiles, summary, tables } from './results.ts'

t.test('a ratio is of one round, and its median is not that of the medians', async t => {
  const times = { [bare.name]: [1, 2, 10], [ours.name]: [3, 2, 20] }
  const samples = Object.entries(times).flatMap(([peer, values]) =>
    values.map(value => ({ figure: 'health', peer, values: { ms: value } })),
  )
  const figure = { name: 'health', peers: [bare, ours], measureAlone: () => ({}) }
  t.strictSame(summary(samples, [figure]), {
    ms: {
      [bare.name]: { median: 2, min: 1, max: 10 },
      [ours.name]: { median: 3, min: 2, max: 20, ratio: { median: 2, min: 1, max: 3 } },
    },
  })
})

const results = readResults()

t.test('charts and table are those of results.json', async t => {
  for (const [path, text] of Object.entries(resultFiles(results)))
    t.equal(readFileSync(join(root, path), 'utf8'), text, `${path}: run npm run bench`)
})

t.test('a README quotes a speed only between the markers of the bench, and as results.json has it', async t => {
  // Requests a second stand in plans of capacity, too: they are worked out, not measured here.
  const speed = /\d ?(µs|ns\b|× (bare|Fastify|Express|Hono|Flask))/
  const numbers = (text: string) => text.match(/\d[\d.,]*\d|\d/g) ?? []
  const measured = new Set(numbers(tables(results)))
  const isIgnored = (name: string) => name === 'node_modules' || name === 'dist' || name.startsWith('.')
  for (const path of globSync('**/README.md', { cwd: root, exclude: isIgnored })) {
    const parts = readFileSync(join(root, path), 'utf8').split(/<!-- \/?bench -->/)
    for (const [index, part] of parts.entries())
      if (index % 2 === 0) t.notMatch(part, speed, path)
      else t.strictSame(new Set(numbers(part)).difference(measured), new Set(), path)
  }
})
