import { spawnSync } from 'node:child_process'
import t from 'tap'

t.test('npm run contract', async t => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/contract.ts', ...args], {
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  t.match(run('--help'), { status: 0, stdout: 'handlers/openapi.json', stderr: '' })
  t.match(run('--hlep'), { status: 2, stdout: '', stderr: "Unknown option '--hlep'" })
  t.match(run('check'), { status: 2, stdout: '', stderr: "Unexpected argument 'check'" })
  t.match(run(), { status: 0, stdout: 'all is up to date', stderr: '' })
})
