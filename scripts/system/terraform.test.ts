import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { startTerraform, terraform, terraformProblem } from './terraform.ts'
import { waitUntil } from './wait-until.ts'

/** Puts a shell script on PATH in place of terraform. Returns its folder. */
function stub(t: Test, script: string): string {
  const folder = t.testdir()
  writeFileSync(join(folder, 'terraform'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  t.intercept(process, 'env', { value: { ...process.env, PATH: `${folder}:/bin:/usr/bin` } })
  return folder
}

const cases: [version: string, problem: string | undefined][] = [
  ['1.10.5', 'terraform 1.10.5 is too old; install Terraform 1.11 or newer'],
  ['0.15.5', 'terraform 0.15.5 is too old; install Terraform 1.11 or newer'],
  ['1.11.0', undefined],
  ['2.0.0-rc1', undefined],
]
for (const [version, problem] of cases)
  t.test(`terraform ${version}`, async t => {
    stub(t, `echo '{"terraform_version":"${version}"}'`)
    t.equal(await terraformProblem(), problem)
  })

t.test('no terraform', async t => {
  t.intercept(process, 'env', { value: { ...process.env, PATH: t.testdir() } })
  t.equal(await terraformProblem(), 'terraform is not on PATH; install Terraform 1.11 or newer')
})

t.test('TERRAFORM names another program', async t => {
  const env = { ...process.env, TERRAFORM: 'tofu', PATH: t.testdir() }
  const preflight = join(import.meta.dirname, '../preflight.ts')
  const { stderr } = spawnSync(process.execPath, [preflight, 'infr'], { env, encoding: 'utf8' })
  t.match(stderr, 'tofu is not on PATH; install OpenTofu 1.11.1 or newer')
})

t.test('Ctrl-C at the terminal does not reach terraform: it leads a process group of its own', async t => {
  const child = startTerraform(stub(t, 'exec sleep 60'), [])
  t.teardown(() => child.kill('SIGKILL'))
  await once(child, 'spawn')
  t.ok(process.kill(-(child.pid as number), 0))
})

t.test('an interrupt is passed on, terraform ends by itself, and then it is an interrupt', async t => {
  const folder = stub(t, 'trap "touch unlocked; exit 0" INT\ntouch started\nwhile :; do sleep 0.1; done')
  const has = (name: string) => existsSync(join(folder, name))
  const controller = new AbortController()
  const { signal } = controller
  const ended = t.rejects(terraform(folder, ['apply'], { signal }), { name: 'AbortError' })
  await waitUntil(() => has('started') || Promise.reject(new Error('terraform does not start')), { seconds: 60 })
  controller.abort()
  await ended
  t.ok(has('unlocked'))
  await t.rejects(terraform(folder, ['apply'], { signal }), { name: 'AbortError' }, 'no further one is started')
})
