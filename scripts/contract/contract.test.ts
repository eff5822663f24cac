import { spawnSync } from 'node:child_process'
import t from 'tap'

t.test('npm run contract tells what it does, and does nothing else where it is not understood', async t => {
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/contract.ts', ...words], {
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }
  t.match(run('--help'), { status: 0, said: 'Writes handlers/openapi.json' })
  t.match(run('--hlep'), { status: 1, said: "Unknown option '--hlep'" })
  t.match(run(), { status: 0, said: 'all is up to date' })
})
