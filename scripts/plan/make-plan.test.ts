import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { placeholderImage } from './app.ts'
import { countChanges, makePlan } from './make-plan.ts'

const plan = (...actions: string[][]) => ({ resource_changes: actions.map(actions => ({ change: { actions } })) })

t.test('create, update and delete are counted, read and no-op are not', async t => {
  t.same(countChanges(plan(['create'], ['create'], ['update'], ['delete'], ['read'], ['no-op'])), {
    create: 2,
    update: 1,
    delete: 1,
  })
})

t.test('a replaced resource counts as created and deleted, in either order', async t => {
  t.same(countChanges(plan(['delete', 'create'], ['create', 'delete'])), { create: 2, update: 0, delete: 2 })
})

t.test('a plan that changes only outputs counts no changes', async t => {
  t.same(countChanges({}), { create: 0, update: 0, delete: 0 })
})

t.test('a plan takes no lock; one from the state asks nothing else and needs no secrets', async t => {
  const folder = t.testdir()
  // Stands in for terraform: nothing is deployed, and a plan finds changes.
  const program = `#!/bin/sh
echo "$* secret=$TF_VAR_registry_password" >>${folder}/asked
case $1 in output | show) echo '{}' ;; plan) exit 2 ;; esac
`
  writeFileSync(join(folder, 'terraform'), program, { mode: 0o755 })
  t.intercept(process, 'env', {
    value: { IMAGE_VERIFICATION: 'off', PATH: `${folder}:/bin:/usr/bin`, XDG_CACHE_HOME: folder },
  })
  const asked = async (image: string | undefined, fromState: boolean) => {
    writeFileSync(join(folder, 'asked'), '')
    const { signal } = new AbortController()
    const made = await makePlan({ environment: 'infr', image, fromState, file: 'f', signal, say: () => {} })
    t.same(made, { changed: true, plan: {} })
    return readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
  }
  const plan = 'plan -input=false -detailed-exitcode -out=f -var-file=../vars/infr.tfvars.json -var=image='
  t.match(await asked('mirror:1', false), [
    /^init .* -lockfile=readonly /,
    `${plan}mirror:1 -lock=false secret=`,
    /^show -json f /,
  ])
  t.intercept(process, 'env', { value: { PATH: process.env.PATH, XDG_CACHE_HOME: folder } })
  await t.rejects(asked('mirror:1', false), { message: /^mirror:1 is refused: nothing says who may sign/ })
  t.match(readFileSync(join(folder, 'asked'), 'utf8'), /^init .*\n$/, 'nothing is planned')
  t.intercept(process, 'env', { value: { ...process.env, IMAGE_VERIFICATION: 'off' } })
  const fromState = `${plan}${placeholderImage} -lock=false -refresh=false secret=placeholder`
  t.match(await asked(undefined, true), [/^init /, /^output -json /, fromState, /^show -json f /])
})
