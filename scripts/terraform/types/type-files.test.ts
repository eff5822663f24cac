import { join } from 'node:path'
import t from 'tap'
import { readFiles } from '../core/stored-files.ts'
import { typeFiles } from './type-files.ts'

// Offline, of the schemas that are committed.
const tree = join(import.meta.dirname, '../../..')
t.same(await typeFiles({}), readFiles(tree, 'scripts/terraform/core/schemas/{aws,kubernetes}.*'))
