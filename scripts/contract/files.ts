import { readFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import { routes } from '../../handlers/routes.ts'
import manifest from '../../package.json' with { type: 'json' }
import { readmeSection } from '../system/readme-section.ts'
import { openapiDocument } from './openapi.ts'
import { postmanCollection } from './postman.ts'
import { readSchemas, type Schema } from './schemas.ts'

/** Every file that is generated from the routes and the schemas: its text by its path from the top folder. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const schemas = readSchemas()
  const types = Object.entries(schemas).map(async ([name, schema]) => {
    const bannerComment = `// Written by npm run contract from ${name}.json: edit that.`
    return [`handlers/schemas/${name}.d.ts`, await compile(schema as object, name, { bannerComment })]
  })
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  return {
    ...Object.fromEntries(await Promise.all(types)),
    // Only one section of it is generated.
    'README.md': readmeSection(readme, 'environment', environmentTable(schemas.environment as Schema)),
    'handlers/openapi.json': json(openapiDocument(routes, schemas, manifest)),
    'handlers/postman.json': json(postmanCollection(routes, schemas, manifest.name)),
  }
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`

function environmentTable({ properties, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, property]) => {
    const value = property.default === undefined ? '' : `\`${property.default}\``
    return `| \`${name}\` | ${value || (required.includes(name) ? 'required' : '')} | ${property.description} |`
  })
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
}
