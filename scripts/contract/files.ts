import { readFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import type { Needs } from '../../handlers/routes.ts'
import { routes } from '../../handlers/routes.ts'
import manifest from '../../package.json' with { type: 'json' }
import { readmeSection } from '../readme-section.ts'
import { document } from './document.ts'
import { environmentTable } from './environment-table.ts'
import { postman } from './postman.ts'
import { readSchemas, type Schema } from './schemas.ts'

/** The text of every file that is generated from the routes and the schemas, by its path from the top. */
export async function files(): Promise<Record<string, string>> {
  const schemas = readSchemas()
  // Only the table is read here: no handler is called.
  const table = routes({ document: {} } as Needs)
  const types = Object.entries(schemas).map(async ([name, schema]) => {
    const bannerComment = `// Written by npm run contract from ${name}.json: edit that.`
    return [`handlers/schemas/${name}.d.ts`, await compile(schema as object, name, { bannerComment })]
  })
  return {
    ...Object.fromEntries(await Promise.all(types)),
    // Not generated, but for this section.
    'README.md': readmeSection(
      readFileSync(readme, 'utf8'),
      'environment',
      environmentTable(schemas.environment as Schema),
    ),
    'handlers/openapi.json': json(document(table, schemas, manifest)),
    'handlers/postman.json': json(postman(table, schemas, manifest.name)),
  }
}

const readme = new URL('../../README.md', import.meta.url)
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`
