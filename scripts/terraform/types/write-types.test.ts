import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { schemas, writeTypes } from './write-types.ts'

// Offline, of the schemas that are committed.
const folder = t.testdir({})
await writeTypes(folder, {})

for (const file of readdirSync(schemas))
  t.equal(readFileSync(join(folder, file), 'utf8'), readFileSync(join(schemas, file), 'utf8'), file)
