import type { Variable } from './inputs.ts'
import type { Configuration } from './module.ts'
import { type ProviderName, requiredProviders, requiredVersion } from './required-providers.ts'
import { typeConstraint } from './variables.ts'

/** The markers of terraform-docs, between which a README is written. */
const [begin, end] = ['<!-- BEGIN_TF_DOCS -->', '<!-- END_TF_DOCS -->']

export const hasMarkers = (readme: string): boolean => readme.includes(begin)

/** The README of a root or module: the section of terraform-docs, and around it what people wrote. */
export function readme(configuration: Configuration, written?: string): string {
  const { folder, description } = configuration
  const old = written ?? `# ${folder}\n\n${description}\n`
  const section = `${begin}\n${tables(configuration)}\n${end}`
  const [from, to] = [old.indexOf(begin), old.indexOf(end)]
  if (from < 0 && to < 0) return `${old.trimEnd()}\n\n${section}\n`
  if (from < 0 || to < from) throw new Error(`terraform/${folder}/README.md: needs ${begin} and, below it, ${end}`)
  return old.slice(0, from) + section + old.slice(to + end.length)
}

// The layout of `terraform-docs markdown table --anchor=false` with the sections requirements, inputs and outputs.
function tables({ providers, variables, outputs }: Configuration): string {
  const required = Object.keys(providers).map(name => [name, requiredProviders[name as ProviderName].version])
  return [
    table('Requirements', ['Name', 'Version'], [['terraform', requiredVersion], ...required]),
    table('Inputs', ['Name', 'Description', 'Type', 'Default', 'Required'], Object.entries(variables).map(inputRow)),
    table(
      'Outputs',
      ['Name', 'Description'],
      Object.entries(outputs).map(([name, of]) => [plain(name), plain(of.description)]),
    ),
  ].join('\n\n')
}

function inputRow([name, variable]: [string, Variable]): string[] {
  const isRequired = !('default' in variable)
  const value = isRequired ? 'n/a' : `\`${JSON.stringify(variable.default)}\``
  const description = variable.ephemeral ? `${variable.description} Set TF_VAR_${name}.` : variable.description
  return [plain(name), plain(description), `\`${typeConstraint(variable)}\``, value, isRequired ? 'yes' : 'no']
}

/** A _ in a text does not begin emphasis; in code it stays. */
const plain = (text: string) => text.replaceAll(/`[^`]*`|_/g, found => (found === '_' ? '\\_' : found))

function table(title: string, columns: string[], rows: string[][]): string {
  if (rows.length === 0) return `## ${title}\n\nNo ${title.toLowerCase()}.`
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = columns.map(name => (name === 'Required' ? `:${'-'.repeat(6)}:` : '-'.repeat(name.length)))
  return [`## ${title}`, '', ...[columns, rule, ...rows].map(line)].join('\n')
}
