import type { Route } from '../../handlers/http/handler.ts'
import type { Schema } from './schemas.ts'

type Schemas = Record<string, Schema>
type Values = Record<string, string>

/** A request to the service and what has to come back. */
export type Case = {
  method: string
  /** Path and query. */
  target: string
  headers: Values
  status: number
  /** Schema of the body; undefined where there must be none. */
  schema?: Schema
  /** The whole body, where its schema gives each property one value or example. */
  body?: object
  /** Whether the reply names the methods that are allowed. */
  allow?: boolean
}

/** What the service is asked from outside: each route by the examples of its schemas, each misused, an unknown path. */
export function cases(routes: Route[], schemas: Schemas): Case[] {
  const problem = schemas.problem as Schema
  const unknown: Case = { method: 'GET', target: '/api/nowhere', headers: {}, status: 404, schema: problem }
  return [...routes.flatMap(route => casesOf(route, schemas, problem)), unknown]
}

function casesOf(
  { method, path, query, headers: ofRequest, replies }: Route,
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
