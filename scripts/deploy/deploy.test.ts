import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { S3Client } from '@aws-sdk/client-s3'
import t, { type Test } from 'tap'
import { openRoots } from './roots.ts'

/** A folder with programs that stand in for those of the machine, and a list of how they were called. */
function standIns(t: Test) {
  const folder = t.testdir({ temporary: {}, asked: '' })
  const program = `#!/bin/sh
echo "\${0##*/} $*" >>${folder}/asked
case $1 in version) echo '{ "terraform_version": "1.11.4" }' ;; config) echo '{}' ;; esac
`
  for (const name of ['minikube', 'kubectl', 'terraform']) writeFileSync(join(folder, name), program, { mode: 0o755 })
  return { folder, asked: () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') }
}

for (const { option, code } of [
  { option: '--dry-run', code: 0 },
  { option: '--down', code: 1 },
])
  t.test(`deploy ${option} on minikube leaves no kubeconfig`, async t => {
    const { folder, asked } = standIns(t)
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      TMPDIR: join(folder, 'temporary'),
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1', // refuses
      AWS_ACCESS_KEY_ID: 'tester',
      AWS_SECRET_ACCESS_KEY: 'of-the-tests',
    }
    const child = spawn(process.execPath, [join(import.meta.dirname, '../deploy.ts'), option], { env })
    const [errors, [ended]] = await Promise.all([text(child.stderr), once(child, 'close')])
    t.equal(ended, code, errors)
    t.match(asked().join('\n'), 'kubectl config view --raw')
    t.same(readdirSync(env.TMPDIR), [])
    t.same(globSync('cache/**/kubeconfig*', { cwd: folder }), [])
    if (option === '--dry-run') t.notMatch(asked().join('\n'), 'terraform init')
  })

t.test('the staging bucket is emptied after the last pod, which may still upload', async t => {
  const { folder, asked } = standIns(t)
  t.intercept(process, 'env', {
    value: { PATH: `${folder}:${process.env.PATH}`, XDG_CACHE_HOME: folder, HOME: folder },
  })
  // Stands in for S3: one bucket, with nothing in it.
  const send = async ({ constructor: { name } }: object) => {
    appendFileSync(join(folder, 'asked'), `s3 ${name}\n`)
    return { Buckets: [{ Name: 'uploads' }] }
  }
  const roots = openRoots(
    {
      environment: 'e2e',
      folder: join(folder, 'cache'),
      kubectlProgram: join(folder, 'kubectl'),
      kubeconfig: 'kubeconfig.json',
      buckets: { state: 'states', staging: 'uploads' },
      region: 'eu-west-1',
      s3: Object.assign(new S3Client({}), { send }),
      settings: {},
    },
    new AbortController().signal,
  )
  await roots.destroyApp()
  t.match(asked(), [
    'terraform init',
    /^terraform destroy .*-target=module\.service -target=module\.deployment$/,
    /^kubectl .*wait --for=delete pods/,
    's3 ListBuckets',
    's3 ListObjectVersions',
    /^terraform destroy (?!.*-target)/,
  ])
})
