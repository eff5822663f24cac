import type { Schema } from './schemas.ts'

/** The README's table of environment variables. */
export function environmentTable({ properties, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, property]) => {
    const value = property.default === undefined ? '' : `\`${property.default}\``
    return `| \`${name}\` | ${value || (required.includes(name) ? 'required' : '')} | ${property.description} |`
  })
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
}
