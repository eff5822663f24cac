import { resolve } from 'node:path'
import t from 'tap'
import { covered } from './coverage-map.ts'

// A file that no test imports would be missing from the report of coverage, where it should count as uncovered.
t.ok(covered.length > 20)
for (const file of covered) await import(resolve(file))
