import t from 'tap'
import { copyOf } from './cli/copy.test-support.ts'
import { findProviders, startProviders } from './cli/providers.test-support.ts'
import { modules } from './configurations.ts'

const found = await findProviders(t, 'aws', 'kubernetes')
const skip = 'reason' in found && found.reason
const env = 'programs' in found ? await startProviders(t, found.programs) : {}

for (const { folder } of modules.filter(({ tests }) => tests))
  t.test(`the native tests of ${folder}`, { skip }, async t => {
    const { succeed } = copyOf(t, env)
    await succeed(folder, 'init', '-backend=false')
    t.match(await succeed(folder, 'test'), /Success! [1-9]\d* passed, 0 failed/)
  })
