import t from 'tap'
import { modules } from './configurations.ts'
import { copyOf } from './test-support/copy.test-support.ts'
import { openProviders } from './test-support/providers.test-support.ts'

const { skip, env } = await openProviders(t, 'aws', 'kubernetes')

for (const { folder } of modules.filter(({ test }) => test))
  t.test(`the native tests of ${folder}`, { skip }, async t => {
    const { succeed } = copyOf(t, env)
    await succeed(folder, 'init', '-backend=false')
    t.match(await succeed(folder, 'test'), /Success! [1-9]\d* passed, 0 failed/)
  })
