import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const release = (...words: string[]) => {
  const env = { ...process.env, KUBE_HOST: '', KUBE_CONFIG_PATH: '' }
  return spawnSync(process.execPath, [join(import.meta.dirname, '../release.ts'), ...words], { env, encoding: 'utf8' })
}

t.test('what is missing is named, with exit code 2', async t => {
  const image = '--image=registry.example.com/mirror-service:1.0.0'
  const cases: [words: string[], said: RegExp][] = [
    [[], /name one environment, such as infr\n.*--help/],
    [['infr'], /give either --image IMAGE or --plan FILE/],
    [['infr', image, '--plan=release.ts'], /give either --image IMAGE or --plan FILE/],
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
