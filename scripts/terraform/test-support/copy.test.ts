import { once } from 'node:events'
import { existsSync, mkdirSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { copyOf } from './copy.test-support.ts'

t.test('the end of a test interrupts a terraform that still runs', async t => {
  const bin = t.testdir()
  mkdirSync(join(bin, 'seen'))
  // Stands in for terraform, and ends only when it is interrupted.
  const program = `#!/bin/sh
trap 'touch ${bin}/seen/interrupted; exit 1' INT
touch ${bin}/seen/started
while :; do sleep 0.1; done
`
  writeFileSync(join(bin, 'terraform'), program, { mode: 0o755 })
  let outcome: Promise<unknown> = Promise.resolve()
  await t.test('that starts one', async t => {
    const started = once(watch(join(bin, 'seen'), { persistent: false }), 'change')
    outcome = copyOf(t, { PATH: `${bin}:/usr/bin:/bin` }).run('app', 'apply')
    await started
  })
  t.ok(existsSync(join(bin, 'seen/interrupted')))
  await t.rejects(outcome, { name: 'AbortError' })
})
