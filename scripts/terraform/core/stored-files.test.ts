import t from 'tap'
import { writeFiles } from '../../system/write-files.ts'
import { banner, changes, readFiles } from './stored-files.ts'

const folder = t.testdir({
  a: {
    'same.json': 'same',
    'differs.json': 'old',
    'stale.json': banner('x.ts'),
    'by-hand.json': '{}',
    'other.txt': '',
  },
  gone: { 'README.md': '<!-- BEGIN_TF_DOCS -->' },
  prose: { 'README.md': '' },
  '.hidden': { 'x.json': banner('x.ts') },
})
const wanted = { 'a/same.json': 'same', 'a/differs.json': 'new', 'b/missing.json': 'new' }

const changed = changes(readFiles(folder, '**/*.{json,md}'), wanted)
t.same(changed, { 'a/differs.json': 'new', 'b/missing.json': 'new', 'a/stale.json': null, 'gone/README.md': null })

const paths = ['a/differs.json', 'b/missing.json']
t.same(writeFiles(folder, { ...wanted, ...changed }), [
  ...paths.map(path => `written: ${path}`),
  'removed: a/stale.json',
  'removed: gone/README.md',
])
t.same(readFiles(folder, '**/*.{json,md}'), { ...wanted, 'a/by-hand.json': '{}', 'prose/README.md': '' })
t.same(changes(readFiles(folder, '**/*.{json,md}'), wanted), {})
t.same(readFiles(`${folder}/nowhere`, '**'), {})
