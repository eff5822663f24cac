import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { granted } from './pipeline-roles.test-support.ts'
import { makeCertificate } from './test-support/certificate.test-support.ts'
import { copyOf } from './test-support/copy.test-support.ts'
import { openAws, startProviders } from './test-support/providers.test-support.ts'
import { recordRights } from './test-support/record-rights.test-support.ts'
import { tfbackend, tfvars } from './vars/infr.ts'

const { skip, env, programs } = await openAws(t, ['aws', 'kubernetes'], { AWS_REGION: tfbackend.region })

t.test(
  'rights are those that plan and apply of the root app use in S3 and ACM, no fewer and no more',
  { skip },
  async t => {
    Object.assign(process.env, env)
    await new S3Client({ forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: tfbackend.bucket }))
    await makeCertificate(`service.${tfvars.domain}`, tfvars.region)
    const recorder = await recordRights(t, env.AWS_ENDPOINT_URL as string)

    const recorded = { ...env, AWS_ENDPOINT_URL: recorder.endpoint }
    const { succeed } = copyOf(t, await startProviders(t, programs, recorded))
    const inputs = [
      '-var-file=../vars/infr.tfvars.json',
      '-var=image=a:1',
      '-input=false',
      '-target=module.s3',
      '-target=data.aws_acm_certificate.service',
    ]
    await succeed('app', 'init', '-backend-config=../vars/infr.tfbackend.json')
    recorder.taken()
    // The rules would take a minute, and one request more.
    const rules = `s3:PutLifecycleConfiguration ${tfvars.staging_bucket}`
    await succeed('app', 'apply', '-auto-approve', ...inputs, '-var=lifecycle_rules=false')
    t.same([...recorder.taken(), rules].sort(), granted('apply'))

    await succeed('app', 'plan', '-lock=false', ...inputs, '-var=lifecycle_rules=false')
    t.same(recorder.taken(), granted('plan'))

    await succeed('app', 'plan', '-lock=false', '-refresh=false', ...inputs, '-var=lifecycle_rules=false')
    t.same(recorder.taken(), granted('state'))
  },
)
