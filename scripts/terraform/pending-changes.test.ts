import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { copyTerraform } from '../system/copy-terraform.ts'
import { localState } from './local-state.ts'
import { files, pendingChanges } from './pending-changes.ts'

const tree = join(import.meta.dirname, '../..')

t.test('what is committed is what is generated', async t => t.same(pendingChanges(tree), {}))

t.test('it is a pure function', async t => t.same(files(), files()))

t.test('a vars file with values that no input takes is named', async t => {
  const folder = t.testdir({
    terraform: { vars: { 'own.tfvars.json': '{"region":"eu","imgae":"x"}', 'own.cluster.tfvars.json': '{}' } },
  })
  t.throws(() => pendingChanges(folder), {
    message:
      /own\.tfvars\.json: staging_bucket: is missing[\s\S]*: region: "eu" will not do[\s\S]*: imgae: there is no such input[\s\S]*own\.cluster\.tfvars\.json: cluster_name: is missing/,
  })
})

t.test('each root and module has a README, with what people wrote in it', async t => {
  const folder = t.testdir({
    terraform: { state: { 'README.md': '# S\n' }, old: { 'README.md': '<!-- BEGIN_TF_DOCS -->' } },
  })
  const changed = pendingChanges(folder)
  t.match(changed['terraform/state/README.md'], /^# S\n\n<!-- BEGIN_TF_DOCS -->[\s\S]*\n\| use\\_path\\_style \|/)
  t.match(
    changed['terraform/modules/k8s/service/README.md'],
    /^# modules\/k8s\/service\n\n[A-Z].*\.\n\n<!-- BEGIN_TF_DOCS -->/,
  )
  t.equal(changed['terraform/old/README.md'], null)
})

t.test('npm run terraform', async t => {
  const copy = t.testdir({})
  copyTerraform(join(copy, 'terraform'))
  for (const name of ['scripts', 'handlers', 'package.json'])
    cpSync(join(tree, name), join(copy, name), { recursive: true, filter: path => !/\.tap/.test(path) })
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
  const readme = join(copy, 'terraform/app/README.md')
  writeFileSync(readme, `${readFileSync(readme, 'utf8').replace('AWS region', 'A region')}\n## Prose\n`)
  rmSync(join(copy, 'terraform/vars/infr.tfvars.json'))
  const difference = {
    status: 1,
    said: /run it\nterraform\/app\/main\.tf\.json\nterraform\/vars\/infr\.tfvars\.json\nterraform\/app\/README\.md\n/,
  }
  t.match(run('--check'), difference)
  t.match(run('--check'), difference, 'and wrote nothing')
  t.match(run(), { status: 0, said: 'written: terraform/app/main.tf.json\nwritten: terraform/vars/infr.tfvars.json' })
  t.match(run('--check'), { status: 0 })
  t.match(readFileSync(readme, 'utf8'), /\| AWS region\. [\s\S]*\n## Prose\n$/)

  const lock = join(copy, 'terraform/access/.terraform.lock.hcl')
  const locked = readFileSync(lock, 'utf8')
  writeFileSync(lock, locked.replace(/(constraints = ).*/, '$1"~> 0.1"'))
  for (const words of [[], ['--check']])
    t.match(run(...words), {
      status: 1,
      said: /terraform\/access\/\.terraform\.lock\.hcl: has hashicorp\/kubernetes \S+ for "~> 0\.1", but .*\n.*npm run types/,
    })
  writeFileSync(lock, locked)

  t.match(run('--local-state'), { status: 0, said: `written: ${localState.path}` })
  t.match(JSON.parse(readFileSync(join(copy, localState.path), 'utf8')), { terraform: { backend: { local: {} } } })
  t.match(run(), { status: 0, said: `removed: ${localState.path}` })
  t.match(run('--chekc'), { status: 2, said: "'--chekc'" })
  t.match(run('--help'), { status: 0, said: '--local-state' })
})
