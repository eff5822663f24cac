import type { ContractRoute } from '../../handlers/routes.ts'
import type { Schema, Schemas } from './schemas.ts'

type Case = {
  method: string
  path: string
  query?: Values
  headers?: Values
  status: number
  assertions: Assertion[]
}
type Values = Record<string, string>
/** An assertion in words and in Postman's JavaScript. */
type Assertion = [words: string, code: string]

/** The Postman collection (2.1) of a table of routes: each called right, by the examples in its schemas, and wrong. */
export function postmanCollection(routes: readonly ContractRoute[], schemas: Schemas, name: string) {
  const cases = [...routes.flatMap(route => casesOf(route, schemas)), unknownPath(schemas)]
  return {
    info: {
      name,
      description: 'Written by npm run contract from handlers/routes.ts and handlers/schemas; edit those.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [{ key: 'url', value: `http://localhost:${schemas.environment?.properties.PORT?.default}` }],
    item: cases.map(item),
  }
}

function casesOf({ method, path, query, headers, replies }: ContractRoute, schemas: Schemas): Case[] {
  const request = { path, query: examples(schemas[query ?? '']), headers: examples(schemas[headers ?? '']) }
  const success = schemas[replies[200] as string] as Schema
  const problem = matches(schemas.problem as Schema)
  const other = method === 'GET' ? 'POST' : 'GET'
  const right: Case = { ...request, method, status: 200, assertions: [matches(success), ...equals(success)] }
  const head: Case = { ...request, method: 'HEAD', status: 200, assertions: [noBody] }
  const bare: Case = { path, method, status: 400, assertions: [problem] }
  const wrong: Case = { path, method: other, status: 405, assertions: [problem, saysAllow] }
  return [right, ...(method === 'GET' ? [head] : []), ...(query ? [bare] : []), wrong]
}

const noBody: Assertion = ['has no body', `pm.expect(pm.response.text()).to.equal('')`]
const saysAllow: Assertion = ['says what is allowed', `pm.response.to.have.header('Allow')`]

const unknownPath = (schemas: Schemas): Case => ({
  method: 'GET',
  path: '/api/nowhere',
  status: 404,
  assertions: [matches(schemas.problem as Schema)],
})

function examples(schema: Schema | undefined): Values {
  return Object.fromEntries(
    Object.entries(schema?.properties ?? {}).map(([name, { examples }]) => [name, String(examples?.[0])]),
  )
}

const matches = (schema: Schema): Assertion => [
  `matches ${schema.title}`,
  `pm.response.to.have.jsonSchema(${JSON.stringify(schema)})`,
]

/** Asserts the whole reply, if its schema has a value or an example for each property. */
function equals({ properties }: Schema): Assertion[] {
  const values = Object.entries(properties).map(([name, property]) => [name, property.const ?? property.examples?.[0]])
  if (values.some(([, value]) => value === undefined)) return []
  const reply = JSON.stringify(Object.fromEntries(values))
  return [[`equals ${reply}`, `pm.expect(pm.response.json()).to.deep.equal(${reply})`]]
}

function item({ method, path, query = {}, headers = {}, status, assertions }: Case) {
  const search = new URLSearchParams(query).toString()
  const tests: Assertion[] = [[`is ${status}`, `pm.response.to.have.status(${status})`], ...assertions]
  return {
    name: `${method} ${path}${search && `?${search}`} is ${status}`,
    request: {
      method,
      url: `{{url}}${path}${search && `?${search}`}`,
      header: Object.entries(headers).map(([key, value]) => ({ key, value })),
    },
    event: [
      {
        listen: 'test',
        script: { exec: tests.map(([name, code]) => `pm.test(${JSON.stringify(name)}, () => ${code})`) },
      },
    ],
  }
}
