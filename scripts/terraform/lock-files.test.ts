import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { fullLock, withoutChecksums } from '../system/terraform.ts'
import aws6 from './core/schemas/aws-6.json' with { type: 'json' }
import { checkLockFiles, lockFiles, mergeLocks } from './lock-files.ts'

const tree = join(import.meta.dirname, '../..')
const full = readFileSync(fullLock, 'utf8')

t.test('each root locks what it uses, as the root with every provider does', async t => {
  for (const [path, text] of Object.entries(lockFiles(full)))
    t.equal(withoutChecksums(readFileSync(join(tree, path), 'utf8')), withoutChecksums(text), path)
  checkLockFiles(tree)
  const readme = readFileSync(join(tree, 'terraform/README.md'), 'utf8')
  for (const [, name, version] of full.matchAll(/hashicorp\/(\w+)" {\n +version += "(.*)"/g))
    t.match(readme, `**${name}:** ${version} was run`)
  t.match(readme, `with the arguments of\n  ${aws6.version}, `)
})

t.test('a lock file that is not for our providers is named, with what to do', async t => {
  const folder = t.testdir()
  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  write(lockFiles(full))
  checkLockFiles(folder)
  const path = (root: string) => join(folder, 'terraform', root, '.terraform.lock.hcl')
  const edit = (root: string, from: RegExp, to: string) =>
    writeFileSync(path(root), readFileSync(path(root), 'utf8').replace(from, to))
  rmSync(path('state'))
  edit('app', /(constraints = ).*/, '$1"~> 0.1"')
  edit('aws/runner', /(version {5}= ).*/, '$1"0.1.0"')
  t.throws(() => checkLockFiles(folder), {
    message: new RegExp(
      [
        'terraform/state/\\.terraform\\.lock\\.hcl: has no hashicorp/aws',
        'terraform/app/.*: has hashicorp/aws \\S+ for "~> 0.1", but required-providers.ts admits ".*"',
        'terraform/aws/runner/.*: has hashicorp/aws 0.1.0, but other roots have .*',
        'To lock again: npm run types; for the newest version admitted: npm run types -- --upgrade',
      ].join('\n'),
    ),
  })

  write(lockFiles(full))
  // What a tofu in this folder leaves is not for terraform.
  edit('access', /registry\.terraform\.io/, 'registry.opentofu.org')
  t.throws(() => checkLockFiles(folder), { message: /access.*: has no hashicorp\/kubernetes\n/ })
})

t.test('checksums that are known are kept, for the same version', async t => {
  // Not those that are committed: where providers are built on the machine, the lock files have none.
  const entry = (name: string, hashes = '') =>
    `provider "registry.terraform.io/hashicorp/${name}" {\n  version     = "1.2.3"\n  constraints = "~> 1.2"\n${hashes}}\n`
  const known = `# By init.\n\n${entry('aws', '  hashes = [\n    "h1:a=",\n    "zh:b",\n  ]\n')}\n${entry('kubernetes')}`
  const bare = withoutChecksums(known)
  t.notMatch(bare, /hashes|h1:/)
  t.same(mergeLocks(bare, known), { lock: known, lacking: ['registry.terraform.io/hashicorp/kubernetes'] })
  const newer = bare.replace('1.2.3', '99.0.0')
  t.match(mergeLocks(newer, known).lacking, ['registry.terraform.io/hashicorp/aws'])
  t.notMatch(mergeLocks(newer, known).lock, 'zh:')
})
