import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { startMoto } from '../../../system/moto.test-support.ts'
import { findMoto } from '../../../system/moto.ts'
import { copyOf } from '../../cli/copy.test-support.ts'
import { recordS3 } from '../../cli/record-s3.test-support.ts'
import { unavailable } from '../../cli/unavailable.ts'
import { generate } from '../../core/generate.ts'
import { tfbackend, tfvars } from '../../vars/infr.ts'
import { pipelineRoles } from './index.ts'

const main = JSON.parse(generate(pipelineRoles)['modules/pipeline-roles/main.tf.json'] as string)
const documents = main.data.aws_iam_policy_document

type Statement = { effect?: string; actions: string[]; resources: string[] }

/** The rights in S3 that a policy grants, as "action resource". */
const granted = (policy: string): string[] =>
  (documents[policy].statement as Statement[])
    .flatMap(({ actions, resources }) => actions.flatMap(action => resources.map(resource => `${action} ${resource}`)))
    .filter(right => right.startsWith('s3:'))
    .map(right =>
      right
        .replace('arn:aws:s3:::', '')
        .replace(`\${var.state_bucket}`, tfbackend.bucket)
        .replace(`\${var.staging_bucket}`, tfvars.staging_bucket),
    )
    .sort()

t.test('the roles are for jobs of the one project', async t => {
  const conditions = (name: string) =>
    documents[name].statement[0].condition.map(({ test, values }: { test: string; values: string[] }) => [
      test,
      ...values,
    ])
  const sub = `project_path:\${var.gitlab_project}:ref_type:branch:ref:`
  const main = `${sub}\${var.gitlab_default_branch}`
  t.same(conditions('state_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringLike', `${sub}*`],
  ])
  t.same(conditions('plan_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringLike', main, `${main}:environment_protected:*`],
  ])
  const environment = `\${var.gitlab_environment_protected ? ":environment_protected:true" : ""}`
  t.same(conditions('apply_trust'), [
    ['StringEquals', `\${var.gitlab_url}`],
    ['StringEquals', `${main}${environment}`],
  ])
})

t.test('a merge request reads the state of the root app and nothing else', async t => {
  const { bucket } = tfbackend
  t.same(granted('state'), [`s3:GetObject ${bucket}/app/terraform.tfstate`, `s3:ListBucket ${bucket}`])
  t.equal(documents.state.statement.length, 2)
})

t.test('plan has no right to write', async t => {
  for (const right of granted('plan')) t.match(right, /^s3:(Get|List)/)
  const others = (documents.plan.statement as Statement[]).flatMap(({ actions }) => actions)
  t.same(
    others.filter(action => !action.startsWith('s3:')),
    ['eks:DescribeCluster'],
  )
})

t.setTimeout(300_000)
const missing = (await unavailable('aws')) || (await unavailable('kubernetes'))
const found = missing || (await findMoto(AbortSignal.timeout(200_000)).catch(String))
const skip = typeof found === 'string' && found

t.test('rights are those that plan and apply of the root app use in S3, no fewer and no more', { skip }, async t => {
  const moto = await startMoto(found as Exclude<typeof found, string | boolean>)
  t.teardown(() => moto.stop())
  const recorder = await recordS3(t, moto.endpoint)
  Object.assign(process.env, moto.environment, { AWS_REGION: tfbackend.region })
  await new S3Client({ forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: tfbackend.bucket }))

  const { succeed } = copyOf(t, { ...moto.environment, AWS_ENDPOINT_URL: recorder.endpoint })
  const inputs = ['-var-file=../vars/infr.tfvars.json', '-var=image=a:1', '-input=false', '-target=module.s3']
  await succeed('app', 'init', '-backend-config=../vars/infr.tfbackend.json')
  recorder.taken()
  // The rules would take a minute, and one request more.
  const rules = `s3:PutLifecycleConfiguration ${tfvars.staging_bucket}`
  await succeed('app', 'apply', '-auto-approve', ...inputs, '-var=lifecycle_rules=false')
  t.same([...recorder.taken(), rules].sort(), granted('apply'))

  await succeed('app', 'plan', '-lock=false', ...inputs, '-var=lifecycle_rules=false')
  t.same(recorder.taken(), granted('plan'))
})
