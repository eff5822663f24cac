import { inspect } from 'node:util'
import { Expression, escapeTemplate } from './expression.ts'

type Position = 'template' | 'literal' | 'reference'

const references: Record<string, string[]> = {
  resource: ['depends_on', 'provider', 'lifecycle.ignore_changes', 'lifecycle.replace_triggered_by'],
  data: ['depends_on', 'provider'],
  module: ['depends_on', 'providers'],
  output: ['depends_on'],
  import: ['to'],
  run: ['expect_failures'],
}

/** How Terraform reads a string at a path of a document: as a template, as it is, or as a bare reference. */
const position = (path: string[]): Position => {
  const [section = '', ...rest] = path.filter(key => !/^\d+$/.test(key))
  const labels = { resource: 2, data: 2, import: 0 }[section] ?? 1
  const names = rest.slice(labels)
  const key = names.join('.')
  if (references[section]?.some(name => key === name || key.startsWith(`${name}.`))) return 'reference'
  if (section === 'terraform') return 'literal'
  if (section === 'variable') return names[0] === 'validation' ? 'template' : 'literal'
  if (section === 'output') return names[0] === 'value' || names[0] === 'precondition' ? 'template' : 'literal'
  if (section === 'module') return key === 'source' || key === 'version' ? 'literal' : 'template'
  if (section === 'provider') return key === 'alias' ? 'literal' : 'template'
  if (section === 'run') return key === 'command' ? 'literal' : 'template'
  return 'template'
}

const first = ['//', 'terraform', 'provider', 'variable', 'locals', 'data', 'resource', 'module', 'import', 'output']
  .concat(['mock_provider', 'variables', 'run', 'command', 'source', 'count', 'for_each'])
  .concat(['description', 'type', 'default', 'metadata', 'name', 'namespace'])
const last = ['dynamic', 'lifecycle', 'depends_on']

const rank = (key: string) => (first.indexOf(key) + 1 || first.length + 1) + last.indexOf(key) + 1
const byRank = ([a]: [string, unknown], [b]: [string, unknown]) => rank(a) - rank(b) || (a < b ? -1 : 1)

/** Terraform takes an empty section, or a resource type without a resource, for a missing label. */
const isEmptySection = (path: string[], value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 0 &&
  path.length <= (path[0] === 'resource' || path[0] === 'data' ? 2 : 1)

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** A variable is optional only if its default is written, and null is a default; so is it a value in a test. */
const keepsNull = ([section, , ...rest]: string[]) =>
  section === 'variable' ? rest.join('.') === 'default' : section === 'run' && rest.at(-2) === 'variables'

/** The text of a .tf.json file: banner first, keys in a fixed order, nulls and empty sections left out. */
export const serialise = (file: string, banner: string, document: object): string => {
  const fail = (path: string[], fault: string): never => {
    throw new Error(`${file}: ${path.join('.')}: ${fault}`)
  }

  const writeString = (value: string, path: string[]) => {
    if (!value.isWellFormed()) fail(path, 'half a character, which would be read as another')
    return position(path) === 'template' ? escapeTemplate(value) : value
  }

  const writeExpression = ({ code, text }: Expression, path: string[]) => {
    const how = position(path)
    if (how === 'literal') fail(path, `Terraform takes no expression here (${code}); write the value itself`)
    return how === 'reference' ? code : text
  }

  const write = (value: unknown, path: string[]): unknown => {
    if (value instanceof Expression) return writeExpression(value, path)
    if (typeof value === 'string') return writeString(value, path)
    if (typeof value === 'boolean' || Number.isFinite(value) || value === null) return value
    if (Array.isArray(value)) return value.map((item, index) => write(item, [...path, String(index)]))
    if (isPlain(value)) return body(value, path)
    return fail(path, `${typeof value} ${inspect(value)} cannot be written; it takes plain data and expressions`)
  }

  const body = (object: object, path: string[]) => {
    const entries: [string, unknown][] = []
    for (const [key, value] of Object.entries(object)) {
      const place = [...path, key]
      if (key === '//') fail(place, 'a comment would be taken for data here')
      if (value === undefined || (value === null && !keepsNull(place))) continue
      const written = write(value, place)
      if (!isEmptySection(place, written)) entries.push([writeString(key, place), written])
    }
    return Object.fromEntries(entries.sort(byRank))
  }

  return `${JSON.stringify({ '//': banner, ...body(document, []) }, null, 2)}\n`
}
