export type Position = 'template' | 'literal' | 'reference'

const references: Record<string, string[]> = {
  resource: ['depends_on', 'provider', 'lifecycle.ignore_changes', 'lifecycle.replace_triggered_by'],
  data: ['depends_on', 'provider'],
  module: ['depends_on', 'providers'],
  output: ['depends_on'],
  run: ['expect_failures'],
}

/** How Terraform reads a string at a path of a document: as a template, as it is, or as a bare reference. */
export const position = (path: string[]): Position => {
  const [section = '', ...rest] = path.filter(key => !/^\d+$/.test(key))
  const names = section === 'resource' || section === 'data' ? rest.slice(2) : rest.slice(1)
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
