import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import t, { type Test } from 'tap'
import { copyWithoutPackages } from '../system/copy-without-packages.test-support.ts'
import { openAws } from '../terraform/test-support/providers.test-support.ts'
import { findCheckov } from './policies.ts'

/** Runs the command in a copy of the sources, so that this tree is not written to. The copy has no npm packages. */
function copy(t: Test) {
  const folder = copyWithoutPackages(t)
  return {
    folder,
    async plan(words: string[], env: Record<string, string> = {}) {
      const child = spawn(process.execPath, ['scripts/plan.ts', ...words], {
        cwd: folder,
        env: { ...process.env, ...env },
      })
      const [stdout, stderr, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ])
      return { status, said: stdout + stderr }
    },
    report: () => JSON.parse(readFileSync(join(folder, 'dist/plan/terraform.json'), 'utf8')),
    policies: () => readFileSync(join(folder, 'dist/plan/policies.xml'), 'utf8'),
  }
}

const KUBE = Object.fromEntries(Object.keys(process.env).flatMap(name => (/^KUBE/.test(name) ? [[name, '']] : [])))
const login = { TF_VAR_registry: 'registry.example.com', TF_VAR_registry_username: 'reader' }
const aws = await openAws(t, ['aws', 'kubernetes'], {
  ...KUBE,
  ...login,
  AWS_REGION: 'eu-west-1',
  IMAGE_VERIFICATION: 'off',
})
const withoutCheckov =
  aws.skip || (await findCheckov(AbortSignal.timeout(400_000), t.comment).then(() => false, String))

t.test('a plan from the state alone', { skip: withoutCheckov }, async t => {
  const { env } = aws
  Object.assign(process.env, env)
  const client = new S3Client({ forcePathStyle: true })
  const Bucket = 'mirror-service-e2e-state'
  await client.send(new CreateBucketCommand({ Bucket }))

  await t.test('nothing is deployed: it says so, and --expect-none fails', async t => {
    const { plan, report, policies } = copy(t)
    const { status, said } = await plan(['e2e', '--deployed', '--from-state', '--expect-none'], env)
    t.equal(status, 1, said.slice(-500))
    t.match(said, 'nothing is deployed yet')
    t.match(said, 'dist/plan/app.tfplan.json: 16 to create, 0 to update, 0 to delete')
    t.match(said, 'plan: e2e has drifted')
    t.same(report(), { create: 16, update: 0, delete: 0 })
    t.match(policies(), '<testsuite')
    t.notMatch(policies(), '<failure')
  })

  await t.test('it plans the image that runs, and fails if a policy is broken', async t => {
    const image = `registry.example.com/mirror-service@sha256:${'a'.repeat(64)}`
    const state = { version: 4, serial: 1, lineage: 'l', outputs: { image: { value: image, type: 'string' } } }
    const Body = JSON.stringify({ ...state, resources: [] })
    await client.send(new PutObjectCommand({ Bucket, Key: 'app/terraform.tfstate', Body }))
    const { folder, plan, policies } = copy(t)
    const waivers = join(folder, '.checkov.yaml')
    writeFileSync(waivers, readFileSync(waivers, 'utf8').replace(/^.*CKV_K8S_11 .*$/m, ''))
    const { status, said } = await plan(['e2e', '--deployed', '--from-state'], env)
    t.equal(status, 1, said.slice(-500))
    t.match(said, `plans e2e with ${image}`)
    t.match(said, /CKV_K8S_11[\s\S]*plan: the plan breaks the policies above/)
    t.match(policies(), '<failure')
  })
})
