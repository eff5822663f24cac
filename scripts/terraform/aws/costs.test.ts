import { readFileSync } from 'node:fs'
import t from 'tap'
import { prices, writeCosts } from './costs.ts'

const readme = writeCosts(readFileSync(new URL('../../../terraform/aws/README.md', import.meta.url), 'utf8'))
const tables = [...readme.matchAll(/<!-- (costs .*) -->\n([\s\S]*?)\n<!-- \/\1 -->/g)]

t.test('each price has a source and its date, and is paid for something', async t => {
  for (const [name, [usd, unit, source]] of Object.entries(prices)) {
    t.match(source, /20\d\d/, name)
    t.ok(readme.includes(`| ${usd} / ${unit} | ${source} |`), name)
  }
})

for (const [, name = '', table = ''] of tables)
  t.test(`${name}: amounts are their products, and sums those of the amounts`, async t => {
    const sums: number[] = []
    for (const [, , , , ...cells] of table
      .split('\n')
      .slice(2)
      .map(row => row.split('|').slice(0, -1)))
      for (const [column, cell] of cells.entries()) {
        const [, total] = /\*\*(.*)\*\*/.exec(cell) ?? []
        const [factors = '', amount] = cell.split('=').map(part => part.trim())
        const product = factors.split('×').reduce((of, factor) => of * Number(factor), 1)
        if (total) t.equal(sums[column]?.toFixed(2), total, cell)
        else t.equal(product.toFixed(2), amount, cell)
        sums[column] = total ? 0 : (sums[column] ?? 0) + product
      }
  })

t.equal(tables.length, 3)
