import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import renovate from '../.gitlab/renovate.json' with { type: 'json' }
import { requiredProviders } from './terraform/core/required-providers.ts'

const tree = join(import.meta.dirname, '..')
const [inComments, inProviders] = renovate.customManagers
const sources = globSync('scripts/**/*.ts', { cwd: tree, exclude: ['**/node_modules', '**/*.test.ts'] })

/** What Renovate finds by a manager: the groups of each match. */
const found = (manager = inComments) =>
  sources
    .filter(file => manager?.managerFilePatterns.some(pattern => new RegExp(pattern.slice(1, -1)).test(file)))
    .map(file => readFileSync(join(tree, file), 'utf8'))
    .flatMap(text =>
      (manager?.matchStrings ?? []).flatMap(pattern =>
        [...text.matchAll(new RegExp(pattern, 'g'))].map(match => match.groups ?? {}),
      ),
    )

t.test('each comment for Renovate has a version in the line below, and belongs to a rule', async t => {
  const comments = sources.flatMap(file => readFileSync(join(tree, file), 'utf8').match(/\/\/ renovate:/g) ?? [])
  t.equal(found().length, comments.length)
  for (const { currentValue, depName = '' } of found()) {
    t.match(currentValue, /^v?\d+\.\d+(\.\d+)?$/, depName)
    t.ok(
      renovate.packageRules.some(({ matchPackageNames }) => matchPackageNames?.includes(depName)),
      depName,
    )
  }
})

t.test('each provider is found, with its constraint', async t => {
  const wanted = Object.values(requiredProviders).map(({ source, version }) => [source, version])
  t.same(
    found(inProviders).map(({ depName, currentValue }) => [depName, currentValue]),
    wanted,
  )
})
