import t from 'tap'
import { countChanges } from './make-plan.ts'

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
