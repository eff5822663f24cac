import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { mutations } from './mutations.ts'

for (const [what, , file, from] of mutations) {
  const text = readFileSync(join(import.meta.dirname, '../../handlers', file), 'utf8')
  t.equal(text.split(from).length, 2, `a service that ${what}: ${file} has ${JSON.stringify(from)} once`)
}
