import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import t from 'tap'

const program = `
import { interrupted } from ${JSON.stringify(join(import.meta.dirname, 'interrupted.ts'))}
const signal = interrupted()
process.stdin.once('data', () => process.exit(signal.aborted ? 7 : 1))
signal.addEventListener('abort', () => console.log('aborted'))
console.log('ready')
`

t.test('a second signal, as npm sends it, does not stop cleaning up', async t => {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
    t.teardown(() => child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    child.kill(name)
    await once(child.stdout, 'data')
    child.kill(name)
    child.stdin.write('clean')
    t.same(await once(child, 'close'), [7, null], name)
  }
})
