import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { localState } from './local-state.ts'
import { files, pendingChanges } from './pending-changes.ts'

const tree = join(import.meta.dirname, '../..')

t.test('what is committed is what is generated', async t => t.same(pendingChanges(tree), {}))

t.test('it is a pure function', async t => t.same(files(), files()))

t.test('a vars file with values that no input takes is named', async t => {
  const folder = t.testdir({
    'README.md': '',
    terraform: { vars: { 'own.tfvars.json': '{"region":"eu","imgae":"x"}', 'own.cluster.tfvars.json': '{}' } },
  })
  t.throws(() => pendingChanges(folder), {
    message:
      /own\.tfvars\.json: staging_bucket: is missing[\s\S]*: imgae: there is no such input[\s\S]*: region: "eu" will not do[\s\S]*own\.cluster\.tfvars\.json: cluster_name: is missing/,
  })
})

t.test("the README's table is written where it has its place", async t => {
  const folder = t.testdir({ 'README.md': 'a\n<!-- terraform -->\n<!-- /terraform -->\nb' })
  t.match(pendingChanges(folder)['README.md'], /^a\n<!-- terraform -->\n\| root [\s\S]*\n<!-- \/terraform -->\nb$/)
})

t.test('npm run terraform', async t => {
  const copy = t.testdir({})
  for (const name of ['scripts', 'handlers', 'terraform', 'README.md', 'package.json'])
    cpSync(join(tree, name), join(copy, name), { recursive: true, filter: path => !/\.terraform|\.tap/.test(path) })
  symlinkSync(join(tree, 'node_modules'), join(copy, 'node_modules'))
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/terraform.ts', ...words], {
      cwd: copy,
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }
  t.match(run('--check'), { status: 0, said: 'up to date' })

  const main = join(copy, 'terraform/app/main.tf.json')
  appendFileSync(main, ' ')
  rmSync(join(copy, 'terraform/vars/infr.tfvars.json'))
  const difference = { status: 1, said: /^terraform\/app\/main\.tf\.json\nterraform\/vars\/infr\.tfvars\.json\n/ }
  t.match(run('--check'), difference)
  t.match(run('--check'), difference, 'and wrote nothing')
  t.match(run(), { status: 0, said: 'written: terraform/app/main.tf.json\nwritten: terraform/vars/infr.tfvars.json' })
  t.match(run('--check'), { status: 0 })

  t.match(run('--local-state'), { status: 0, said: `written: ${localState.path}` })
  t.match(JSON.parse(readFileSync(join(copy, localState.path), 'utf8')), { terraform: { backend: { local: {} } } })
  t.match(run(), { status: 0, said: `removed: ${localState.path}` })
  t.match(run('--chekc'), { status: 1, said: "'--chekc'" })
  t.match(run('--help'), { status: 0, said: '--local-state' })
})
