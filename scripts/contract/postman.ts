import type { ContractRoute } from '../../handlers/routes.ts'
import { type Case, cases } from './cases.ts'
import type { Schemas } from './schemas.ts'

/** An assertion, in words and in Postman's JavaScript. */
type Assertion = [words: string, code: string]

/** The Postman collection (2.1) that sends every case of a table of routes and asserts its reply. */
export function postmanCollection(routes: readonly ContractRoute[], schemas: Schemas, name: string) {
  return {
    info: {
      name,
      description: 'Written by npm run contract from handlers/routes.ts and handlers/schemas; edit those.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [{ key: 'url', value: `http://localhost:${schemas.environment?.properties.PORT?.default}` }],
    item: cases(routes, schemas).map(item),
  }
}

function item(each: Case) {
  const { method, target, headers, status } = each
  return {
    name: `${method} ${target} is ${status}`,
    request: {
      method,
      url: `{{url}}${target}`,
      header: Object.entries(headers).map(([key, value]) => ({ key, value })),
    },
    event: [
      {
        listen: 'test',
        script: { exec: assertions(each).map(([words, code]) => `pm.test(${JSON.stringify(words)}, () => ${code})`) },
      },
    ],
  }
}

function assertions({ status, schema, body, allow }: Case): Assertion[] {
  const reply = JSON.stringify(body)
  return [
    [`is ${status}`, `pm.response.to.have.status(${status})`],
    schema
      ? [`matches ${schema.title}`, `pm.response.to.have.jsonSchema(${JSON.stringify(schema)})`]
      : ['has no body', `pm.expect(pm.response.text()).to.equal('')`],
    ...(body ? [[`equals ${reply}`, `pm.expect(pm.response.json()).to.deep.equal(${reply})`] as Assertion] : []),
    ...(allow ? [['says what is allowed', `pm.response.to.have.header('Allow')`] as Assertion] : []),
  ]
}
