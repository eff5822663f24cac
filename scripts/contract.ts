import { join } from 'node:path'
import { generatedFiles } from './contract/files.ts'
import { command, print } from './system/command.ts'
import { writeFiles } from './system/write-files.ts'

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
    const lines = writeFiles(join(import.meta.dirname, '..'), await generatedFiles())
    print(lines.join('\n') || 'all is up to date')
  },
})
