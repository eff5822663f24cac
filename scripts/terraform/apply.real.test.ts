import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import t from 'tap'
import { emptyBucket } from '../system/objects.ts'
import { makeCertificate } from './test-support/certificate.test-support.ts'
import { copyOf } from './test-support/copy.test-support.ts'
import { openAws } from './test-support/providers.test-support.ts'
import { tfvars as infr } from './vars/infr.ts'
import { tfvars as prod } from './vars/prod.ts'

// A plan asks no cluster; if it did, this address would refuse.
const given = { AWS_REGION: 'us-east-1', KUBE_HOST: 'http://127.0.0.1:1' }
const { skip, env } = await openAws(t, ['aws', 'kubernetes'], given)
Object.assign(process.env, env)
const client = new S3Client({ forcePathStyle: true })

const backend = ['-backend-config=../vars/local.tfbackend.json', '-input=false']
const migrate = ['init', '-migrate-state', '-force-copy', ...backend]
const stateVars = ['-var-file=../vars/local.tfbackend.json', '-var=lifecycle_rules=false']
const Bucket = 'mirror-service-local-state'
const keys = async () => (await client.send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key)

t.test('root state, and the others with their state in its bucket', { skip }, async t => {
  const { folder, run, succeed, start, keepStateLocally, keepStateInBucket } = copyOf(t, env)

  await t.test('is applied with its own state on disk, which then moves into the bucket', async t => {
    keepStateLocally()
    await succeed('state', 'init')
    await succeed('state', 'apply', '-auto-approve', ...stateVars)
    t.equal(await keys(), undefined)
    keepStateInBucket()
    await succeed('state', ...migrate)
    t.same(await keys(), ['state/terraform.tfstate'])
    t.match(await run('state', 'plan', '-detailed-exitcode', ...stateVars), { code: 0 }, 'a second plan is empty')
  })

  await t.test('of two applies at once the second is refused', async t => {
    const first = start('state', 'apply', ...stateVars, '-var=force_destroy=true')
    await first.says('Enter a value')
    const second = await run('state', 'apply', '-auto-approve', ...stateVars)
    t.match(second, { code: 1, stderr: 'Error acquiring the state lock' })
    t.equal(await first.answer('yes'), 0)
    t.match(await run('state', 'plan', '-detailed-exitcode', ...stateVars, '-var=force_destroy=true'), { code: 0 })
  })

  await t.test('access and app are planned', async t => {
    const secrets = {
      registry_password: 'first-secret',
      aws_access_key_id: 'second-secret',
      aws_secret_access_key: 'third-secret',
    }
    const given = Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`TF_VAR_${name}`, value]))
    const other = copyOf(t, { ...env, ...given })
    await other.succeed('access', 'init', ...backend)
    t.match(await other.succeed('access', 'plan', '-input=false'), /Plan: 7 to add/)
    const inReach = await other.run('access', 'plan', '-input=false', '-var=service_account_namespace=oper')
    t.match(inReach, { code: 1, stderr: 'could make itself tokens' })

    await other.succeed('app', 'init', ...backend)
    for (const { domain, region } of [infr, prod]) await makeCertificate(`service.${domain}`, region)
    const login = ['-var=registry=registry.example.com', '-var=registry_username=reader']
    // The one has pull Secret and keys, the others a bucket with lifecycle rules that takes TLS alone.
    const cases: [environment: string, count: number, ports: string[], storage: string[], more: string[]][] = [
      ['local', 14, ['http 80'], ['9000'], []],
      ['local', 14, ['http 80'], ['80', '10.0.0.7/32'], ['-var=s3_endpoint=http://10.0.0.7']],
      ['infr', 15, ['https 443'], ['443', '0.0.0.0/0'], []],
      [
        'prod',
        15,
        ['http 80', 'https 443'],
        ['443', '10.0.1.0/24'],
        ['-var=https_only=false', '-var=storage_cidrs=["10.0.1.0/24"]'],
      ],
    ]
    for (const [environment, count, ports, storage, more] of cases) {
      const inputs = [
        `-var-file=../vars/${environment}.tfvars.json`,
        '-var=image=registry.example.com/mirror:1',
        ...login,
        ...more,
      ]
      const said = await other.run('app', 'plan', '-input=false', '-out=plan', ...inputs)
      t.match(said, { code: 0, stdout: `Plan: ${count} to add`, stderr: '' })
      t.notMatch(said.stdout, 'Warning')
      const plan = await other.succeed('app', 'show', '-json', 'plan')
      t.match(plan, 'kubernetes_secret_v1.registry', 'the Secret is planned')
      for (const secret of Object.values(secrets)) t.notMatch(plan, secret)
      const { child_modules } = JSON.parse(plan).planned_values.root_module
      const resource = (module: string, type: string) =>
        child_modules
          .find(({ address }: { address: string }) => address === `module.${module}`)
          .resources.find((found: { type: string }) => found.type === type).values
      const { metadata, spec } = resource('service', 'kubernetes_service_v1')
      t.same(
        spec[0].port.map(({ name, port }: { name: string; port: number }) => `${name} ${port}`),
        ports,
        environment,
      )
      const { ports: reached, to } = resource('deployment', 'kubernetes_network_policy_v1').spec[0].egress[2]
      const cidrs = to.map(({ ip_block }: { ip_block: { cidr: string }[] }) => ip_block[0]?.cidr)
      t.same([reached[0].port, ...cidrs], storage, 'what the pods may reach of storage')
      const certificate = metadata[0].annotations?.['service.beta.kubernetes.io/aws-load-balancer-ssl-cert']
      t.match(certificate ?? 'none', environment === 'local' ? 'none' : /^arn:aws:acm:eu-west-1:\d+:certificate\//)
    }
  })

  await t.test('a wrong input is named, with what to do', async t => {
    const { run, succeed } = copyOf(t, env)
    await succeed('app', 'init', ...backend)
    const plan = async (...words: string[]) => {
      const { code, stderr } = await run('app', 'plan', '-input=false', '-var-file=../vars/infr.tfvars.json', ...words)
      t.equal(code, 1)
      return stderr.replaceAll(/[\s│╷╵]+/g, ' ')
    }
    t.match(await plan(), 'input variable "image" is not set')
    t.match(await plan('-var=image=a:1', '-var=imgae=b:1'), 'A variable named "imgae" was assigned')
    t.match(await plan('-var=image=a:1', '-var=production=perhaps'), /"perhaps".*production|production.*bool/)
    const wrong: [input: string, advice: string][] = [
      ['image=mirror:latest', 'latest names no version'],
      ['min_replicas=1', 'set min_replicas to 2'],
      ['credentials=keys', 'set TF_VAR_aws_access_key_id'],
      ['load_balancer_port=0', 'from 1 to 65535'],
      ['registry=https://r', 'A registry is given as host or host:port'],
      ['namespace=Oper', 'A namespace has 1 to 63'],
      ['name=Mirror', 'A name has 1 to 40'],
      ['staging_bucket=a.b', 'A bucket name has 3 to 63'],
      ['staging_prefix=/', 'A prefix has letters'],
      ['s3_endpoint=minio', 'given as http://host:port'],
      ['log_level=loud', 'A log level is one of'],
      ['load_balancer_timeout=5', 'such as 90s or 5m'],
      ['load_balancer_scheme=public', 'internet-facing or internal'],
      ['load_balancer_source_ranges=["203.0.113.7"]', 'such as 203.0.113.7/32'],
      ['storage_cidrs=["10.0.1.7"]', 'such as 10.0.1.0/24'],
      ['domain=Example.com', 'Write the domain in lower case'],
    ]
    const said = await plan(...wrong.map(([input]) => `-var=${input}`))
    for (const [, advice] of wrong) t.match(said, advice)
    t.match(await plan('-var=image=registry.example.com:5000/mirror'), 'a name with a tag or digest')
    // A rule about two inputs is asked only where both are right by themselves.
    const others = await plan('-var=image=a:1', '-var=registry=r', '-var=max_replicas=1')
    t.match(others, 'set registry_username')
    t.match(others, 'set TF_VAR_registry_password')
    t.match(others, 'max_replicas is below min_replicas')
    t.match(await plan('-var=image=a:1', '-var=metrics_port=4545'), 'set metrics_port to a port other than port')
    t.match(await plan('-var=image=a:1', '-var=drain_seconds=60'), 'still send to pods that are gone')
  })

  await t.test('moves its state back to disk, and leaves nothing', async t => {
    keepStateLocally()
    await succeed('state', ...migrate.filter(word => !word.startsWith('-backend')))
    const destroy = ['destroy', '-auto-approve', ...stateVars, '-var=force_destroy=true']
    t.match(await run('state', ...destroy), {
      code: 1,
      stderr: /terraform_data\.protection has (lifecycle\.)?prevent_destroy/,
    })
    t.ok(await keys(), 'and nothing was')
    await succeed('state', 'state', 'rm', 'terraform_data.protection')
    await emptyBucket(client, Bucket)
    await succeed('state', ...destroy)
    await t.rejects(keys(), { name: 'NoSuchBucket' })
    t.same(JSON.parse(readFileSync(join(folder('state'), 'terraform.tfstate'), 'utf8')).resources, [])
  })
})

t.test('modules/s3 is applied, and leaves nothing', { skip }, async t => {
  const { run, succeed } = copyOf(t, env)
  const inputs = ['-var=bucket=mirror-service-test', '-var=lifecycle_rules=false']
  await succeed('modules/s3', 'init')
  t.match(await succeed('modules/s3', 'apply', '-auto-approve', ...inputs), '6 added')
  t.match(await run('modules/s3', 'plan', '-detailed-exitcode', ...inputs), { code: 0 }, 'a second plan is empty')
  t.match(await succeed('modules/s3', 'destroy', '-auto-approve', ...inputs), '6 destroyed')
  t.equal(await succeed('modules/s3', 'state', 'list'), '')
})

// It cannot be applied: see test-support/moto-lacks.test-support.ts.
t.test('modules/pod-identity plans a role that may upload, and nothing else', { skip }, async t => {
  const { succeed } = copyOf(t, env)
  await succeed('modules/pod-identity', 'init')
  await succeed('modules/pod-identity', 'plan', '-out=plan', '-var=cluster_name=c', '-var=staging_bucket=staging')
  const { resource_changes } = JSON.parse(await succeed('modules/pod-identity', 'show', '-json', 'plan'))
  const { policy } = resource_changes.find(({ type }: { type: string }) => type === 'aws_iam_role_policy').change.after
  t.same(JSON.parse(policy).Statement, [
    { Sid: 'Upload', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::staging/uploads/*' },
  ])
})
