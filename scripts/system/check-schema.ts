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
 * Checks a value against a JSON Schema and returns all that is wrong with it. It stands in for a library because the commands
 * that have credentials run without npm packages; check-schema.test.ts compares it with ajv.
 */
export function violations(schema: Schema, value: unknown, path = ''): Violation[] {
  const types = schema.type === undefined ? undefined : [schema.type].flat()
  const found: [keyword: string, isRight: boolean, message: string][] = [
    ['type', types?.some(type => isOf(type, value)) ?? true, `must be ${types?.join(' or ')}`],
    [
      'const',
      !('const' in schema) || isDeepStrictEqual(value, schema.const),
      `must be ${JSON.stringify(schema.const)}`,
    ],
    [
      'enum',
      schema.enum?.some(each => isDeepStrictEqual(value, each)) ?? true,
      `must be one of ${schema.enum?.join(', ')}`,
    ],
    [
      'pattern',
      typeof value !== 'string' || new RegExp(schema.pattern ?? '', 'u').test(value),
      `must match ${schema.pattern}`,
    ],
    [
      'minimum',
      typeof value !== 'number' || value >= (schema.minimum ?? -Infinity),
      `must be ${schema.minimum} or more`,
    ],
    [
      'maximum',
      typeof value !== 'number' || value <= (schema.maximum ?? Infinity),
      `must be ${schema.maximum} or less`,
    ],
  ]
  const own = found.flatMap(([keyword, isRight, message]) => (isRight ? [] : [{ path, keyword, message }]))
  const at = (name: string | number) => (path ? `${path}/${name}` : String(name))
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => violations(schema.items ?? {}, item, at(index)))]
  if (!isOf('object', value)) return own

  const { required = [], properties = {}, additionalProperties = {} } = schema
  const missing = required.filter(name => !Object.hasOwn(value as object, name))
  return [
    ...own,
    ...missing.map(name => ({ path: at(name), keyword: 'required', message: 'is missing' })),
    ...Object.entries(value as object).flatMap(([name, each]): Violation[] => {
      const of = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
      if (of) return violations(of, each, at(name))
      return [{ path: at(name), keyword: 'additionalProperties', message: 'must not be there' }]
    }),
  ]
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  return type === (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
}
