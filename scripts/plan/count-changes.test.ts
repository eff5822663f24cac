import t from 'tap'
import { countChanges } from './count-changes.ts'

const plan = (...actions: string[][]) => ({ resource_changes: actions.map(actions => ({ change: { actions } })) })

t.test('creating, updating and deleting are counted, reading and doing nothing are not', async t => {
  t.same(countChanges(plan(['create'], ['create'], ['update'], ['delete'], ['read'], ['no-op'])), {
    create: 2,
    update: 1,
    delete: 1,
  })
})

t.test('what is replaced is created and deleted, in either order', async t => {
  t.same(countChanges(plan(['delete', 'create'], ['create', 'delete'])), { create: 2, update: 0, delete: 2 })
})

t.test('a plan of outputs alone has no changes of resources', async t => {
  t.same(countChanges({}), { create: 0, update: 0, delete: 0 })
})
