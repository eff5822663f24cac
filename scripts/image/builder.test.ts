import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { findBuilder } from './builder.ts'

t.test('podman where buildah does not work; stand-ins replace base images, which are then not pulled', async t => {
  const folder = t.testdir()
  for (const [name, code] of Object.entries({ buildah: 1, podman: 0 }))
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 })
  t.intercept(process, 'env', { value: { PATH: `${folder}:/bin` } })
  const { name, build } = findBuilder()
  t.equal(name, 'podman')
  const words = (standIns: Record<string, string>) =>
    build({ folder: 'f', image: 'i', time: 1, labels: {}, standIns }).filter(word =>
      /^--(pull|build-context)/.test(word),
    )
  t.same(words({}), ['--pull=missing'])
  t.same(words({ base: 'stand-in' }), ['--pull=never', '--build-context=base=docker-image://stand-in'])
})
