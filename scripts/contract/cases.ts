import type { ContractRoute } from '../../handlers/routes.ts'
import type { Schema, Schemas } from './schemas.ts'

type Values = Record<string, string>

/** A request to the service and its expected reply. */
export type Case = {
  method: string
  /** Path and query. */
  target: string
  headers: Values
  status: number
  /** Schema of the body; undefined if the body must be empty. */
  schema?: Schema
  /** The whole body, if its schema has a value or an example for each property. */
  body?: object
  /** Whether the reply must have an Allow header. */
  allow?: boolean
}

/** The cases of a table of routes: each route called right, by the examples in its schemas, and wrong; an unknown path. */
export function cases(routes: readonly ContractRoute[], schemas: Schemas): Case[] {
  const problem = schemas.problem as Schema
  const unknown: Case = { method: 'GET', target: '/api/nowhere', headers: {}, status: 404, schema: problem }
  return [...routes.flatMap(route => casesOf(route, schemas, problem)), unknown]
}

function casesOf(
  { method, path, query, headers: ofRequest, replies }: ContractRoute,
  schemas: Schemas,
  problem: Schema,
): Case[] {
  const search = new URLSearchParams(examples(schemas[query ?? ''])).toString()
  const [target, headers] = [`${path}${search && `?${search}`}`, examples(schemas[ofRequest ?? ''])]
  const schema = schemas[replies[200] as string] as Schema
  const body = onlyBody(schema)
  const right: Case = { method, target, headers, status: 200, schema, ...(body && { body }) }
  const head: Case = { method: 'HEAD', target, headers, status: 200 }
  const bare: Case = { method, target: path, headers: {}, status: 400, schema: problem }
  const wrong: Case = { ...bare, method: method === 'GET' ? 'POST' : 'GET', status: 405, allow: true }
  return [right, ...(method === 'GET' ? [head] : []), ...(query ? [bare] : []), wrong]
}

function examples(schema: Schema | undefined): Values {
  const properties = Object.entries(schema?.properties ?? {})
  return Object.fromEntries(properties.map(([name, { examples }]) => [name, String(examples?.[0])]))
}

function onlyBody({ properties }: Schema): object | undefined {
  const values = Object.entries(properties).map(([name, property]) => [name, property.const ?? property.examples?.[0]])
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values)
}
