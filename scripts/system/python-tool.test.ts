import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'

process.env.XDG_CACHE_HOME = t.testdir()
const { findMoto } = await import('./moto.ts')
const { checkovVersion, findCheckov } = await import('../plan/policies.ts')
const { signal } = new AbortController()

/** Puts a shell script on PATH as this program. */
function stub(t: Test, name: string, script: string): void {
  const folder = t.testdir()
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  t.intercept(process, 'env', { value: { ...process.env, PATH: `${folder}:${process.env.PATH}` } })
}

t.test('the moto on PATH is used; it knows --help, and no --version', async t => {
  stub(t, 'moto_server', '[ "$1" = --help ] || exit 2')
  t.same(await findMoto(signal), ['moto_server'])
})

t.test('the checkov on PATH is used if it has the version of the policies', async t => {
  stub(t, 'checkov', `echo ${checkovVersion}`)
  t.same(await findCheckov(signal, () => {}), ['checkov'])
})

t.test('another version, or a program that does not work, is not used: pip would install it', async t => {
  for (const script of [`echo ${checkovVersion}1`, 'exit 1']) {
    stub(t, 'checkov', script)
    await t.rejects(
      findCheckov(AbortSignal.abort(), () => {}),
      { name: 'AbortError' },
    )
  }
})
