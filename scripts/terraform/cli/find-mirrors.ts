import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const registry = 'registry.terraform.io'

const list = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

/** Terraform's own plugin folders, and those one level below where machines keep such things. */
const usual = () => [
  join(homedir(), '.terraform.d/plugins'),
  join(homedir(), '.local/share/terraform/plugins'),
  ...['/opt', '/usr/local/share', '/usr/share'].flatMap(parent =>
    list(parent).flatMap(name => [join(parent, name), join(parent, name, 'plugins')]),
  ),
]

/** Folders with unpacked providers, and which providers each has. */
export function findMirrors(folders: string[] = usual()): { path: string; include: string[] }[] {
  return folders.flatMap(path => {
    const include = list(join(path, registry)).flatMap(namespace =>
      list(join(path, registry, namespace)).map(type => `${registry}/${namespace}/${type}`),
    )
    return include.length > 0 ? [{ path, include }] : []
  })
}
