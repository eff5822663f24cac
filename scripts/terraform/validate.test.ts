import t from 'tap'
import { copyOf } from './cli/copy.test-support.ts'
import { unavailable } from './cli/unavailable.ts'
import { configurations } from './configurations.ts'

t.setTimeout(300_000)
const reasons = { aws: await unavailable('aws'), kubernetes: await unavailable('kubernetes') }

// One after another: each starts providers of hundreds of megabytes.
for (const { folder, providers, test } of configurations) {
  const names = Object.keys(providers) as (keyof typeof reasons)[]
  const skip = names.map(name => reasons[name]).find(reason => reason) || false

  t.test(`terraform accepts ${folder}`, { skip }, async t => {
    const { succeed, run } = copyOf(t)
    await succeed(folder, 'init', '-backend=false')
    const { diagnostics } = JSON.parse((await run(folder, 'validate', '-json')).stdout)
    t.same(diagnostics, [], 'no error and no warning')
    if (test) t.match(await succeed(folder, 'test'), /Success! [1-9]\d* passed, 0 failed/)
  })
}
