import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { terraformProblem } from './terraform.ts'

const cases: [version: string, problem: string | undefined][] = [
  ['1.10.5', 'terraform 1.10.5 is too old; install Terraform 1.11 or newer'],
  ['0.15.5', 'terraform 0.15.5 is too old; install Terraform 1.11 or newer'],
  ['1.11.0', undefined],
  ['2.0.0-rc1', undefined],
]
for (const [version, problem] of cases)
  t.test(`terraform ${version}`, async t => {
    const folder = t.testdir()
    const program = `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`
    writeFileSync(join(folder, 'terraform'), program, { mode: 0o755 })
    t.intercept(process, 'env', { value: { ...process.env, PATH: `${folder}:/bin:/usr/bin` } })
    t.equal(await terraformProblem(), problem)
  })

t.test('no terraform', async t => {
  t.intercept(process, 'env', { value: { ...process.env, PATH: t.testdir() } })
  t.equal(await terraformProblem(), 'terraform is not on PATH; install Terraform 1.11 or newer')
})
