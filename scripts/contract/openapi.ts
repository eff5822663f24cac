import { STATUS_CODES } from 'node:http'
import type { ContractRoute } from '../../handlers/routes.ts'
import type { Schema, Schemas } from './schemas.ts'

type Package = { name: string; version: string; description: string; license: string }

/** The OpenAPI 3.1 document of a table of routes. */
export function openapiDocument(routes: readonly ContractRoute[], schemas: Schemas, manifest: Package) {
  const { name, version, description, license } = manifest
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    Object.assign(paths[route.path] as object, { [route.method.toLowerCase()]: operation(route, schemas) })
  }
  const named = new Set(['problem', ...routes.flatMap(route => Object.values(route.replies))])
  return {
    'x-generated': 'written by npm run contract from handlers/routes.ts and handlers/schemas; edit those',
    openapi: '3.1.1',
    info: { title: name, version, description, license: { name: license, identifier: license } },
    servers: [{ url: '/' }],
    security: [],
    paths,
    components: { schemas: Object.fromEntries([...named].sort().map(name => [schemas[name]?.title, schemas[name]])) },
  }
}

function operation({ path, query, headers, replies }: ContractRoute, schemas: Schemas) {
  const parameters = [...parametersOf('query', query, schemas), ...parametersOf('header', headers, schemas)]
  return {
    operationId: path.slice('/api/'.length).replace(/\W(\w)/g, (_, letter) => letter.toUpperCase()),
    summary: schemas[replies[200] as string]?.description,
    ...(parameters.length > 0 && { parameters }),
    responses: Object.fromEntries([
      ...Object.entries(replies).map(([status, name]) => [status, response(name, schemas, status)]),
      ['4XX', response('problem', schemas)],
      ['5XX', response('problem', schemas)],
    ]),
  }
}

function parametersOf(place: 'query' | 'header', name: string | undefined, schemas: Schemas) {
  const { properties = {}, required = [] } = (name && schemas[name]) || {}
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    description,
    required: required.includes(name),
    schema,
  }))
}

function response(name: string, schemas: Schemas, status = '') {
  const { title, description } = schemas[name] as Schema
  const problem = name === 'problem'
  return {
    description: problem ? (STATUS_CODES[status] ?? 'Any other problem.') : description,
    ...(problem &&
      status === '503' && {
        headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
      }),
    content: {
      [problem ? 'application/problem+json' : 'application/json']: {
        schema: { $ref: `#/components/schemas/${title}` },
      },
    },
  }
}
