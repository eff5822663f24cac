import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { changedNothing, explain } from './explain.ts'

const release = (...words: string[]) => {
  const env = { ...process.env, KUBE_HOST: '', KUBE_CONFIG_PATH: '' }
  return spawnSync(process.execPath, [join(import.meta.dirname, '../release.ts'), ...words], { env, encoding: 'utf8' })
}

t.test('says what is missing, and changes nothing', async t => {
  const image = '--image=registry.example.com/mirror-service:1.0.0'
  const cases: [words: string[], said: RegExp][] = [
    [[], /one environment has to be named, such as infr\n.*--help/],
    [['infr'], /give an image or a plan/],
    [['infr', image, '--plan=release.ts'], /give an image or a plan/],
    [['infr', '--plan=none'], /there is no plan none/],
    [['infr', 'prod', image], /one environment/],
    [['nowhere', image], /there is no terraform\/vars\/nowhere\.tfvars\.json/],
    [['infr', '--image=mirror'], /image: "mirror" will not do/],
    [['infr', image], /cluster: no cluster is named: set KUBE_CONFIG_PATH/],
  ]
  for (const [words, said] of cases) {
    const { status, stderr } = release(...words)
    t.equal(status, 2, stderr)
    t.match(stderr, said)
  }
  t.equal(release('--help').status, 0)
})

t.test('explains what terraform says', async t => {
  const stale = 'Error: Saved plan is stale\n\nThe given plan file can no longer be applied'
  t.match(explain(stale), [/plan again/])
  t.ok(changedNothing(stale))
  const locked = 'Error: Error acquiring the state lock'
  t.match(explain(locked), [/terraform force-unlock/])
  t.ok(changedNothing(locked))
  const noAddress = 'Error: client rate limiter Wait returned an error: context deadline exceeded'
  t.match(explain(noAddress), [/got no address in time/])
  t.notOk(changedNothing(noAddress))
  t.same(explain('Error: Deployment exceeded its progress deadline'), [])
})
