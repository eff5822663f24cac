import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { copyOf } from '../test-support/copy.test-support.ts'
import { motoForgets, motoLacks } from '../test-support/moto-lacks.test-support.ts'
import { openAws } from '../test-support/providers.test-support.ts'

type Change = { address: string; mode: string; type: string; name: string; module_address?: string }

const cluster_name = 'mirror-service-prod'
const region = 'eu-west-1'

const { skip, env } = await openAws(t, ['aws'], { AWS_REGION: region })
Object.assign(process.env, env)

/** Makes the log group that EKS makes once more after the end of a cluster. */
async function leaveLogGroup(endpoint: string) {
  const { status } = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.CreateLogGroup',
      authorization: `AWS4-HMAC-SHA256 Credential=k/20260101/${region}/logs/aws4_request, SignedHeaders=host, Signature=s`,
    },
    body: JSON.stringify({ logGroupName: `/aws/eks/${cluster_name}/cluster` }),
  })
  if (status !== 200) throw new Error(`moto made no log group: ${status}`)
}

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
    const forgetful = (type: string) => [type, { cluster: { lifecycle: { ignore_changes: motoForgets[type] } } }]
    const resource = Object.fromEntries(['aws_eks_cluster', 'aws_cloudwatch_log_group'].map(forgetful))
    const override = JSON.stringify({ resource })
    writeFileSync(join(folder('modules/eks'), 'moto_override.tf.json'), override)
    await leaveLogGroup(env.AWS_ENDPOINT_URL as string)
    const changes = await plan(vars('prod'))
    t.same(
      Object.keys(motoLacks).filter(type => !changes.some(change => change.type === type)),
      [],
      'nothing is said to lack that is not made',
    )
    const targets = changes.filter(({ type }) => !(type in motoLacks)).map(({ address }) => `-target=${address}`)
    const applied = await root('apply', '-auto-approve', vars('prod'), ...targets)
    t.match(
      applied,
      `1 imported, ${targets.length - 1} added`,
      'it takes over the logs of an earlier cluster of the name',
    )
    const { resources } = JSON.parse(await root('show', '-json')).values.root_module.child_modules.find(
      ({ address }: { address: string }) => address === 'module.key',
    )
    const key = resources.find(({ type }: { type: string }) => type === 'aws_kms_key').values
    t.same(key.tags_all, { service: 'mirror-service', environment: 'prod' })
    t.match(await run('aws/cluster', 'plan', '-detailed-exitcode', vars('prod'), ...targets), { code: 0 })
    for (const words of [[], ['-target=module.key'], ['-target=module.eks.aws_eks_cluster.cluster']])
      t.match(await run('aws/cluster', 'destroy', '-auto-approve', vars('prod'), ...words), {
        code: 1,
        stderr: /terraform_data\.protection has (lifecycle\.)?prevent_destroy/,
      })
    t.match(await run('aws/cluster', 'plan', vars('prod'), '-replace=module.key.aws_kms_key.cluster'), {
      code: 1,
      stderr: 'prevent_destroy',
    })
    await root('state', 'rm', 'terraform_data.protection')
    t.match(await root('destroy', '-auto-approve', vars('prod')), `${targets.length - 1} destroyed`)
    t.equal(await root('state', 'list'), '')
  })
})
