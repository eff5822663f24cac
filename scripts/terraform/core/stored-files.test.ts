import t from 'tap'
import { banner } from './banner.ts'
import { changes, readFiles, writeChanges } from './stored-files.ts'

const folder = t.testdir({
  a: {
    'same.json': 'same',
    'differs.json': 'old',
    'stale.json': banner('x.ts'),
    'by-hand.json': '{}',
    'other.txt': '',
  },
  '.hidden': { 'x.json': banner('x.ts') },
})
const wanted = { 'a/same.json': 'same', 'a/differs.json': 'new', 'b/missing.json': 'new' }

const changed = changes(readFiles(folder, '**/*.json'), wanted)
t.same(changed, { 'a/differs.json': 'new', 'b/missing.json': 'new', 'a/stale.json': null })

writeChanges(folder, changed)
t.same(readFiles(folder, '**/*.json'), { ...wanted, 'a/by-hand.json': '{}' })
t.same(changes(readFiles(folder, '**/*.json'), wanted), {})
t.same(readFiles(`${folder}/nowhere`, '**'), {})
