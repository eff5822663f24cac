import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { findBuilder } from './builder.ts'

t.test('podman where buildah does not work; without pull it takes the base images that are here', async t => {
  const folder = t.testdir()
  for (const [name, code] of Object.entries({ buildah: 1, podman: 0 }))
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 })
  t.intercept(process, 'env', { value: { PATH: `${folder}:/bin` } })
  const { name, build } = findBuilder()
  t.equal(name, 'podman')
  const pull = (wanted: boolean) =>
    build({ folder: 'f', image: 'i', time: 1, labels: {}, pull: wanted }).filter(word => word.startsWith('--pull'))
  t.same([pull(true), pull(false)], [['--pull=missing'], ['--pull=never']])
})
