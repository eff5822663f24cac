import type { Configuration } from './configuration.ts'

const markers = /(<!-- terraform -->\n)[\s\S]*?(<!-- \/terraform -->)/

const cell = (text: string) => text.replaceAll('|', '\\|')

/** The text of the README with its table of roots, inputs and outputs renewed; without the markers it stays as it is. */
export function renewTable(readme: string, roots: Configuration[]): string {
  const rows = roots.flatMap(({ folder, variables, outputs }) => [
    ...Object.entries(variables).map(([name, input]) => {
      const fallback = 'default' in input ? `\`${JSON.stringify(input.default)}\`` : 'required'
      const secret = input.ephemeral ? `secret, as \`TF_VAR_${name}\`` : fallback
      return `| ${folder} | input | \`${name}\` | ${cell(secret)} | ${cell(input.description)} |`
    }),
    ...Object.entries(outputs).map(
      ([name, { description }]) => `| ${folder} | output | \`${name}\` | | ${cell(description)} |`,
    ),
  ])
  const table = ['| root | | name | default | |', '|---|---|---|---|---|', ...rows, ''].join('\n')
  return readme.replace(markers, (_, open: string, close: string) => open + table + close)
}
