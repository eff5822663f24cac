import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const list = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

/** The plugin folders of Terraform and OpenTofu, and those one level below where machines keep such things. */
const usual = () => [
  join(homedir(), '.terraform.d/plugins'),
  join(homedir(), '.local/share/terraform/plugins'),
  join(homedir(), '.local/share/opentofu/plugins'),
  ...['/opt', '/usr/local/share', '/usr/share'].flatMap(parent =>
    list(parent).flatMap(name => [join(parent, name), join(parent, name, 'plugins')]),
  ),
]

/** A folder with unpacked providers, and which providers it has. */
type Mirror = { path: string; include: string[] }

/** The mirrors of a registry on this machine. */
export function findMirrors(registry: string, folders: string[] = usual()): Mirror[] {
  return folders.flatMap(path => {
    const include = list(join(path, registry)).flatMap(namespace =>
      list(join(path, registry, namespace)).map(type => `${registry}/${namespace}/${type}`),
    )
    return include.length > 0 ? [{ path, include }] : []
  })
}

/** Terraform's CLI configuration: providers from the mirrors that have them, all others from their registry. */
export function cliConfiguration(mirrors: Mirror[]): string {
  const list = (providers: string[]) => `[${providers.map(provider => JSON.stringify(provider)).join(', ')}]`
  const blocks = mirrors.map(
    // Terraform does not look into one mirror for what another lacks, so each names its own.
    ({ path, include }) =>
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ${list(include)}\n  }`,
  )
  const direct = `  direct {\n    exclude = ${list(mirrors.flatMap(({ include }) => include))}\n  }`
  return `disable_checkpoint = true\nprovider_installation {\n${[...blocks, direct].join('\n')}\n}\n`
}
