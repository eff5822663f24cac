import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { copyOf } from '../test-support/copy.test-support.ts'
import { motoForgets, motoLacks } from '../test-support/moto-lacks.test-support.ts'
import { openAws } from '../test-support/providers.test-support.ts'

type Change = { address: string; mode: string; type: string; name: string; module_address?: string }

const { skip, env } = await openAws(t, ['aws'], { AWS_REGION: 'eu-west-1' })
Object.assign(process.env, env)

t.test('root aws/cluster', { skip }, async t => {
  const { run, succeed, folder } = copyOf(t, env)
  const root = (...words: string[]) => succeed('aws/cluster', ...words)
  const vars = (name: string) => `-var-file=../../vars/${name}.cluster.tfvars.json`
  await new S3Client({ forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: 'mirror-service-prod-state' }))
  await root('init', '-backend-config=../../vars/prod.tfbackend.json', '-backend-config=use_path_style=true')

  const plan = async (...words: string[]) => {
    await root('plan', '-input=false', '-out=plan', ...words)
    const { resource_changes } = JSON.parse(await root('show', '-json', 'plan'))
    return (resource_changes as Change[]).filter(({ mode }) => mode === 'managed')
  }

  await t.test('is planned for each environment', async t => {
    const count = (changes: Change[], type: string) => changes.filter(change => change.type === type).length
    const prod = await plan(vars('prod'))
    const infr = await plan(vars('infr'))
    t.same([count(prod, 'aws_nat_gateway'), count(infr, 'aws_nat_gateway')], [3, 1])
    for (const changes of [prod, infr]) {
      t.equal(count(changes, 'aws_subnet'), 6)
      t.equal(count(changes, 'aws_eks_access_entry'), 3, 'an administrator, plan and apply')
    }
    writeFileSync(join(folder('aws/cluster'), 'alone.tfvars.json'), '{"gitlab_project":null}')
    const alone = await plan(vars('prod'), '-var-file=alone.tfvars.json')
    t.equal(count(alone, 'aws_eks_access_entry'), 1)
    t.equal(count(alone, 'aws_iam_openid_connect_provider'), 0)
    const other = '-var=gitlab_provider_arn=arn:aws:iam::123456789012:oidc-provider/gitlab.example.com'
    t.equal(count(await plan(vars('prod'), other), 'aws_iam_openid_connect_provider'), 0)
  })

  await t.test('is applied but for what moto lacks, planned again without a change, and leaves nothing', async t => {
    const forgetful = { cluster: { lifecycle: { ignore_changes: motoForgets.aws_eks_cluster } } }
    const override = JSON.stringify({ resource: { aws_eks_cluster: forgetful } })
    writeFileSync(join(folder('modules/eks'), 'moto_override.tf.json'), override)
    const changes = await plan(vars('prod'))
    t.same(
      Object.keys(motoLacks).filter(type => !changes.some(change => change.type === type)),
      [],
      'nothing is said to lack that is not made',
    )
    const targets = changes.filter(({ type }) => !(type in motoLacks)).map(({ address }) => `-target=${address}`)
    t.match(await root('apply', '-auto-approve', vars('prod'), ...targets), `${targets.length} added`)
    t.match(await run('aws/cluster', 'plan', '-detailed-exitcode', vars('prod'), ...targets), { code: 0 })
    t.match(await root('destroy', '-auto-approve', vars('prod')), `${targets.length} destroyed`)
    t.equal(await root('state', 'list'), '')
  })
})
