import type { Configuration } from './configuration.ts'
import type { Input } from './inputs.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

function given(name: string, input: Input): string {
  if (input.ephemeral) return `secret: \`TF_VAR_${name}\``
  return 'default' in input ? cell(`\`${JSON.stringify(input.default)}\``) : 'required'
}

/** The README's table: the roots in order, with the inputs and outputs of each. */
export function readmeTable(roots: Configuration[]): string {
  const rows = roots.flatMap(({ folder, variables, outputs }) => [
    ...Object.entries(variables).map(
      ([name, input]) => `| ${folder} | input | \`${name}\` | ${given(name, input)} | ${cell(input.description)} |`,
    ),
    ...Object.entries(outputs).map(
      ([name, { description }]) => `| ${folder} | output | \`${name}\` | | ${cell(description)} |`,
    ),
  ])
  return ['| root | | name | default | |', '|---|---|---|---|---|', ...rows].join('\n')
}
