import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const token = (...words: string[]) => {
  const env = { PATH: t.testdir(), KUBECONFIG: '/dev/null' }
  return spawnSync(process.execPath, [join(import.meta.dirname, '../token.ts'), ...words], { env, encoding: 'utf8' })
}

t.test('wrong options, and a cluster that cannot be reached', async t => {
  const cases: [words: string[], code: number, said: RegExp][] = [
    [['--hours', '0'], 2, /--hours takes a number, at least 1, not "0"\n.*--help/],
    [['--hours', 'long'], 2, /not "long"/],
    [['--days', '1'], 2, /Unknown option '--days'/],
    [['--dry-run', '--hours', '8'], 0, /would create a token of svc-terraform for 8 hours/],
    [[], 1, /^token: \S/m],
  ]
  for (const [words, code, said] of cases) {
    const { status, stdout, stderr } = token(...words)
    t.equal(status, code, stderr)
    t.match(stderr, said)
    t.equal(stdout, '')
  }
})
