import { isDeepStrictEqual } from 'node:util'

/** What is wrong with a value: where, as names joined by slashes, by which keyword of the schema, and in words. */
export type Violation = { path: string; keyword: string; message: string }

/** A JSON Schema with the keywords below. All others have no effect here. */
type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: { readonly [name: string]: Schema }
  readonly additionalProperties?: Schema | false
  readonly items?: Schema
}

/**
 * Checks a value against a JSON Schema and returns all that is wrong with it. It is no library because commands with
 * credentials run without npm packages; check-schema.test.ts compares it with ajv.
 */
export const violations = (schema: Schema, value: unknown): Violation[] => [...find(schema, value, '')]

function* find(schema: Schema, value: unknown, path: string): Generator<Violation> {
  const { type, enum: allowed, pattern, minimum, maximum } = schema
  if (type !== undefined && ![type].flat().some(each => isOf(each, value)))
    yield { path, keyword: 'type', message: `must be ${[type].flat().join(' or ')}` }
  if ('const' in schema && !isDeepStrictEqual(value, schema.const))
    yield { path, keyword: 'const', message: `must be ${JSON.stringify(schema.const)}` }
  if (allowed && !allowed.some(each => isDeepStrictEqual(value, each)))
    yield { path, keyword: 'enum', message: `must be one of ${allowed.join(', ')}` }
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    yield { path, keyword: 'pattern', message: `must match ${pattern}` }
  if (typeof value === 'number' && minimum !== undefined && value < minimum)
    yield { path, keyword: 'minimum', message: `must be ${minimum} or more` }
  if (typeof value === 'number' && maximum !== undefined && value > maximum)
    yield { path, keyword: 'maximum', message: `must be ${maximum} or less` }
  if (value !== null && typeof value === 'object') yield* findInside(schema, value, path && `${path}/`)
}

function* findInside(schema: Schema, value: object, prefix: string): Generator<Violation> {
  const { required = [], properties = {}, additionalProperties = {}, items = {} } = schema
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* find(items, item, `${prefix}${index}`)
    return
  }
  for (const name of required)
    if (!Object.hasOwn(value, name)) yield { path: prefix + name, keyword: 'required', message: 'is missing' }
  for (const [name, each] of Object.entries(value)) {
    const of = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    if (of) yield* find(of, each, prefix + name)
    else yield { path: prefix + name, keyword: 'additionalProperties', message: 'must not be there' }
  }
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  return type === (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
}
