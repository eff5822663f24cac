type Mirror = { path: string; include: string[] }

/** Terraform's CLI configuration: providers from the mirrors that have them, all others from their registry. */
export function configurationText(mirrors: Mirror[]): string {
  const list = (providers: string[]) => `[${providers.map(provider => JSON.stringify(provider)).join(', ')}]`
  const blocks = mirrors.map(
    // Terraform does not look into one mirror for what another lacks, so each names its own.
    ({ path, include }) =>
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ${list(include)}\n  }`,
  )
  const direct = `  direct {\n    exclude = ${list(mirrors.flatMap(({ include }) => include))}\n  }`
  return `disable_checkpoint = true\nprovider_installation {\n${[...blocks, direct].join('\n')}\n}\n`
}
