// Writes the types of the Terraform providers.
import { parseArgs } from 'node:util'
import { writeTypes } from './types/write-types.ts'

const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false } } })
try {
  await writeTypes(values)
} catch (error) {
  console.error(`${(error as Error).message}\nWithout terraform or its providers: npm run types -- --offline`)
  process.exitCode = 1
}
