import { posix } from 'node:path'
import t from 'tap'
import { modules, roots } from './configurations.ts'
import { generate } from './core/generate.ts'
import { copyOf } from './test-support/copy.test-support.ts'
import { openProviders } from './test-support/providers.test-support.ts'

const { skip, env } = await openProviders(t, 'aws', 'kubernetes')

for (const { folder } of roots)
  t.test(`terraform accepts ${folder}`, { skip }, async t => {
    const { succeed, run } = copyOf(t, env)
    await succeed(folder, 'init', '-backend=false')
    const { diagnostics } = JSON.parse((await run(folder, 'validate', '-json')).stdout)
    t.same(diagnostics, [], 'no error and no warning')
  })

t.test('every module is called by a root, which validates it', async t => {
  const called = roots.flatMap(root => {
    const { module = {} } = JSON.parse(generate(root)[`${root.folder}/main.tf.json`] as string)
    return Object.values<{ source: string }>(module).map(({ source }) => posix.join(root.folder, source))
  })
  for (const { folder } of modules) t.ok(called.includes(folder), folder)
})
