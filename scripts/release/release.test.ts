import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const release = (words: string[], given: Record<string, string> = {}) => {
  const env = { ...process.env, KUBE_HOST: '', KUBE_CONFIG_PATH: '', IMAGE_VERIFICATION: 'off', ...given }
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
    const { status, stderr } = release(words)
    t.equal(status, 2, stderr)
    t.match(stderr, said)
  }
  t.equal(release(['--help']).status, 0)
})

t.test('the exit code says whether somebody has to look', async t => {
  const folder = t.testdir()
  const image = 'registry.example.com/mirror-service:2.0.0'
  const variables = { name: { value: 'mirror-service' }, namespace: { value: 'oper' }, image: { value: image } }
  // Stands in for terraform: old:1 runs, and APPLY and BACK say how the apply of the new and of the old image end.
  const program = `#!/bin/sh
case "$*" in
  version*) echo '{ "terraform_version": "1.11.4" }' ;;
  output*) echo '{ "image": { "value": "old:1" } }' ;;
  show*) echo '${JSON.stringify({ variables })}' ;;
  plan*) exit 2 ;;
  apply*/back) exit $BACK ;;
  apply*) echo "$SAID" >&2; exit $APPLY ;;
esac
`
  writeFileSync(join(folder, 'terraform'), program, { mode: 0o755 })
  const given = { PATH: `${folder}:${process.env.PATH}`, KUBERNETES_SERVICE_HOST: '127.0.0.1', SAID: 'Error: no' }
  const ends = (more: Record<string, string>) => release(['infr', `--image=${image}`], { ...given, ...more })
  t.match(ends({ APPLY: '0' }), { status: 0, stderr: /^released$/m })
  t.match(ends({ APPLY: '1', BACK: '0' }), { status: 1, stderr: /^went back$/m })
  t.match(ends({ APPLY: '1', SAID: 'Error acquiring the state lock' }), { status: 1, stderr: /^unchanged$/m })
  t.match(ends({ APPLY: '1', BACK: '1' }), { status: 3, stderr: /^failed$/m })
})
