/** Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->` in a README. Throws if the README lacks these lines. */
export function readmeSection(readme: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
  if (!section.test(readme)) throw new Error(`README.md has no <!-- ${name} --> and <!-- /${name} -->`)
  return readme.replace(section, (_, start, end) => `${start}${text}\n${end}`)
}
