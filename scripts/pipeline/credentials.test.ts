import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import t, { type Test } from 'tap'
import { preview } from './gitlab-ci-local.test-support.ts'

const skip = spawnSync('git', ['--version']).error && 'git is not on PATH'

// A stub of the AWS CLI: its kubeconfig is the name of the cluster.
const aws = `#!/bin/sh
[ "$1 $2 $3 $5" = 'eks update-kubeconfig --name --kubeconfig' ] || exit 9
echo "Added new context $4"
echo "$4" > "$6"
`

const { plan } = skip ? { plan: { before_script: [] } } : (load(preview(t)) as { plan: { before_script: string[] } })

/** Runs before_script of plan and returns the environment after it. */
function environmentAfter(t: Test, env: Record<string, string>, more = '') {
  const folder = t.testdir({})
  writeFileSync(join(folder, 'aws'), aws, { mode: 0o755 })
  const script = `set -eo pipefail\n${plan.before_script.join('\n')}\nenv -0 > environment\n${more}\n`
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env.PATH}`, TMPDIR: folder, CI_JOB_ID: '7', ...env },
    encoding: 'utf8',
  })
  t.equal(status, 0, stderr)
  t.equal(stdout + stderr, '', 'and prints nothing of it')
  const text = readFileSync(join(folder, 'environment'), 'utf8')
  const of = Object.fromEntries(text.split('\0').map(line => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]))
  return { ...of, folder }
}

t.test(
  'the token of GitLab becomes a file for AWS, readable by the job alone and removed at its end',
  { skip },
  async t => {
    const copy = 'cp -p "$AWS_WEB_IDENTITY_TOKEN_FILE" copy'
    const { folder, ...env } = environmentAfter(t, { AWS_ID_TOKEN: 'header.payload.signature' }, copy)
    t.equal(readFileSync(join(folder, 'copy'), 'utf8'), 'header.payload.signature')
    t.equal(statSync(join(folder, 'copy')).mode & 0o777, 0o600)
    t.equal(env.AWS_ROLE_SESSION_NAME, 'gitlab-7')
    t.notOk(existsSync(env.AWS_WEB_IDENTITY_TOKEN_FILE as string))
    t.notOk(env.KUBE_CONFIG_PATH)
  },
)

t.test('EKS_CLUSTER alone gives a kubeconfig, which is removed at the end of the job', { skip }, async t => {
  const copy = 'cp "$KUBE_CONFIG_PATH" copy'
  const { folder, ...env } = environmentAfter(
    t,
    { EKS_CLUSTER: 'prod', AWS_ID_TOKEN: 'header.payload.signature' },
    copy,
  )
  t.equal(readFileSync(join(folder, 'copy'), 'utf8'), 'prod\n')
  t.notOk(existsSync(env.KUBE_CONFIG_PATH as string))
  t.notOk(existsSync(env.AWS_WEB_IDENTITY_TOKEN_FILE as string))
})

t.test('without both, the keys and the cluster of the project are used', { skip }, async t => {
  const env = environmentAfter(t, { AWS_ACCESS_KEY_ID: 'a', KUBE_HOST: 'https://k.example', KUBE_TOKEN: 'b' })
  t.match(env, { AWS_ACCESS_KEY_ID: 'a', KUBE_HOST: 'https://k.example', KUBE_TOKEN: 'b' })
  t.notOk(env.AWS_WEB_IDENTITY_TOKEN_FILE)
})
