import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile, registry } from '../system/terraform.ts'
import { roots } from './configurations.ts'
import type { Configuration } from './core/module.ts'
import { type ProviderName, requiredProviders } from './core/required-providers.ts'

const pathOf = ({ folder }: Configuration) => `terraform/${folder}/${lockFile}`

const namesOf = ({ providers }: Configuration) => Object.keys(providers).sort() as ProviderName[]

type Entry = { text: string; version: string; constraints: string }

/** The header of a lock file, and its entries by registry and source. */
function parseLock(lock: string) {
  const [header = '', ...texts] = lock.split(/^(?=provider ")/m)
  const entries: Record<string, Entry> = {}
  for (const text of texts) {
    const of = (pattern: RegExp) => String(pattern.exec(text)?.[1])
    entries[of(/^provider "(.*)"/)] = {
      text,
      version: of(/ version += "(.*)"/),
      constraints: of(/ constraints += "(.*)"/),
    }
  }
  return { header, entries }
}

/** The lock file of each root by its path: its part of one that has the providers of all. */
export function lockFiles(lock: string): Record<string, string> {
  const { header, entries } = parseLock(lock)
  const parts = (root: Configuration) =>
    namesOf(root).map(name => entries[`${registry}/${requiredProviders[name].source}`]?.text)
  return Object.fromEntries(
    roots.map(root => [pathOf(root), `${[header, ...parts(root)].map(part => part?.trim()).join('\n\n')}\n`]),
  )
}

/** A lock file without checksums, with those that another has for the same versions; and the providers that still lack them. */
export function mergeLocks(bare: string, other: string) {
  const { header, entries } = parseLock(bare)
  const known = parseLock(other).entries
  const merged = Object.entries(entries).map(([address, { text, version }]) => {
    const hashes = known[address]?.version === version && /^ +hashes = [^\]]*\]\n/m.exec(known[address].text)?.[0]
    return { address, hashes, text: text.replace(/^}/m, `${hashes || ''}}`) }
  })
  return {
    lock: [header, ...merged.map(({ text }) => text)].join(''),
    lacking: merged.flatMap(({ address, hashes }) => (hashes ? [] : address)),
  }
}

/** Throws if a root's lock file lacks a provider, has one for other constraints than ours, or in another version than others. */
export function checkLockFiles(tree: string): void {
  const versions: Partial<Record<ProviderName, string>> = {}
  const problems = roots.flatMap(root => {
    const file = join(tree, pathOf(root))
    const { entries } = parseLock(existsSync(file) ? readFileSync(file, 'utf8') : '')
    return namesOf(root).flatMap(name => {
      const { source, version: admitted } = requiredProviders[name]
      // OpenTofu takes the versions of a lock file that Terraform wrote.
      const entry = entries[`${registry}/${source}`] ?? entries[`registry.terraform.io/${source}`]
      if (!entry) return `${pathOf(root)}: has no ${source}`
      const locked = `${pathOf(root)}: has ${source} ${entry.version}`
      if (entry.constraints !== normal(admitted))
        return `${locked} for "${entry.constraints}", but required-providers.ts admits "${admitted}"`
      versions[name] ??= entry.version
      return entry.version === versions[name] ? [] : `${locked}, but other roots have ${versions[name]}`
    })
  })
  if (problems.length > 0)
    throw new Error(
      `${problems.join('\n')}\nTo lock again: npm run types; for the newest version admitted: npm run types -- --upgrade`,
    )
}

/** Constraints as Terraform writes them into a lock file: only with ~> a version may have two numbers. */
const normal = (constraints: string) => constraints.replaceAll(/(?<!~)([<>=]) (\d+\.\d+)(?=,|$)/g, '$1 $2.0')
