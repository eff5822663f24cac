import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedFiles } from './contract/files.ts'
import { command, print } from './system/command.ts'

const help = `npm run contract

Writes what follows from handlers/routes.ts and handlers/schemas/*.json:

  handlers/openapi.json         the OpenAPI document
  handlers/postman.json         the Postman collection
  handlers/schemas/*.d.ts       the types
  README.md                     the table of environment variables

Running it again changes nothing.`

await command('contract', {
  help,
  async run() {
    const top = join(import.meta.dirname, '..')
    const stored = (path: string) => (existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : undefined)
    const changed = Object.entries(await generatedFiles()).filter(([path, text]) => text !== stored(path))
    for (const [path, text] of changed) writeFileSync(join(top, path), text)
    print(changed.length === 0 ? 'all is up to date' : `written: ${changed.map(([path]) => path).join(' ')}`)
  },
})
