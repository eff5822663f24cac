/** Puts a text between `<!-- NAME -->` and `<!-- /NAME -->` of a README; throws where there is no such place. */
export function readmeSection(readme: string, name: string, text: string): string {
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
  if (!place.test(readme)) throw new Error(`README.md has no <!-- ${name} --> and <!-- /${name} -->`)
  return readme.replace(place, (_, start, end) => `${start}${text}\n${end}`)
}
