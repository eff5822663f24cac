// Writes what follows from the routes and the schemas.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { files } from './contract/files.ts'

const help = `npm run contract

Writes handlers/openapi.json, handlers/postman.json, the types of handlers/schemas and the table of the environment in
README.md, from handlers/routes.ts and handlers/schemas/*.json.`

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })
  if (values.help) console.log(help)
  else await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function run() {
  const top = new URL('../', import.meta.url)
  const stored = (file: URL) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  const changed = Object.entries(await files()).filter(([path, text]) => text !== stored(new URL(path, top)))
  for (const [path, text] of changed) writeFileSync(new URL(path, top), text)
  console.log(changed.length === 0 ? 'all is up to date' : `written: ${changed.map(([path]) => path).join(' ')}`)
}
