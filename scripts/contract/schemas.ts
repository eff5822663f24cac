import { readdirSync, readFileSync } from 'node:fs'

/** A JSON Schema, as far as the generators read it. */
export type Schema = {
  title: string
  description?: string
  properties: Record<string, { description?: string; const?: unknown; default?: unknown; examples?: unknown[] }>
  required?: string[]
}

const folder = new URL('../../handlers/schemas/', import.meta.url)

/** Every schema of the contract, by the name that routes.ts gives it. */
export function readSchemas(): Record<string, Schema> {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.sort().map(file => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}
