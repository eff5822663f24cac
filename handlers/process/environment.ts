import type { Environment } from '../schemas/environment.d.ts'
import schema from '../schemas/environment.json' with { type: 'json' }
import { parseLocation } from '../staging/open-staging.ts'

type Property = {
  description: string
  type?: string
  default?: string | number
  minimum?: number
  maximum?: number
  enum?: string[]
  pattern?: string
  format?: string
  examples?: (string | number)[]
}

/** Reads the settings of the process by their schema; an empty variable counts as not set. Throws an Error with a line for each problem. */
export function readEnvironment(env: Record<string, string | undefined> = process.env): Environment {
  const problems: string[] = []
  const settings: Record<string, unknown> = {}
  for (const [name, property] of Object.entries<Property>(schema.properties)) {
    try {
      const value = read(name, env[name] || undefined, property)
      if (value !== undefined) settings[name] = value
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}. ${property.description}`)
    }
  }
  const { PORT, METRICS_PORT } = settings
  if (PORT && PORT === METRICS_PORT) problems.push(`METRICS_PORT: ${METRICS_PORT} is PORT, too. Give them a port each.`)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return settings as unknown as Environment
}

function read(name: string, text: string | undefined, property: Property): string | number | undefined {
  const { type, minimum = 0, maximum = Infinity, enum: values, pattern, format, examples } = property
  if (text === undefined) {
    if (property.default === undefined && schema.required.includes(name)) throw new Error('not set')
    return property.default
  }
  const quoted = JSON.stringify(text)
  if (type === 'integer') {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number
    throw new Error(`${quoted} is not a whole number from ${minimum} to ${maximum}`)
  }
  if (values && !values.includes(text)) throw new Error(`${quoted} is not one of ${values.join(', ')}`)
  const isUrl = format !== 'uri' || URL.canParse(text)
  if (!isUrl || (pattern && !new RegExp(pattern).test(text)))
    throw new Error(`${quoted} does not look like ${examples?.[0]}`)
  if (name === 'STAGING') parseLocation(text)
  return text
}

/** The URL at which a person reaches a server that listens on this host, or on every address if there is none. */
export function origin(host = 'localhost', port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
