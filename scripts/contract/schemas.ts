import { readdirSync, readFileSync } from 'node:fs'

/** The parts of a JSON Schema that the generators read. */
export type Schema = {
  title: string
  description?: string
  properties: Record<string, { description?: string; const?: unknown; default?: unknown; examples?: unknown[] }>
  required?: string[]
}

/** Schemas by the names that routes.ts uses: their files in handlers/schemas. */
export type Schemas = Record<string, Schema>

/** Reads every schema of the contract. */
export function readSchemas(): Schemas {
  const folder = new URL('../../handlers/schemas/', import.meta.url)
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.sort().map(file => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}
