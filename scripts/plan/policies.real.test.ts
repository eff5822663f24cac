// Also run by npm run policies.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import { cluster_name, makeCluster } from '../terraform/aws/cluster.test-support.ts'
import { roots } from '../terraform/configurations.ts'
import { copyOf } from '../terraform/test-support/copy.test-support.ts'
import { openAws } from '../terraform/test-support/providers.test-support.ts'
import { placeholderImage } from './app.ts'
import { checkPolicies, findCheckov } from './policies.ts'

const environment = 'prod'

/** The values of a root in terraform/vars. */
const values: Record<string, string> = { state: 'tfbackend', app: 'tfvars' }

/** What is not in there: what each apply gives, and the cluster that the roots look for. */
const inputs: Record<string, string[]> = {
  app: [`image=${placeholderImage}`],
  'aws/dns': [`cluster_name=${cluster_name}`],
  'aws/runner': [`cluster_name=${cluster_name}`, `image_digest=sha256:${'0'.repeat(64)}`],
}

const signal = AbortSignal.timeout(800_000)
const aws = await openAws(t, ['aws', 'kubernetes'], { AWS_REGION: 'eu-west-1', KUBE_HOST: 'http://127.0.0.1:1' })
const skip = aws.skip || (await findCheckov(signal, t.comment).then(() => false, String))

t.test(`the plan of every root for ${environment} keeps the policies`, { skip }, async t => {
  // A provider that is started once keeps one configuration, and aws/dns has two: terraform starts its own.
  const { TF_REATTACH_PROVIDERS: _, ...env } = aws.env
  const copy = copyOf(t, env)
  await makeCluster(copy)
  const plans: string[] = []
  for (const { folder: root } of roots) {
    writeFileSync(join(copy.folder(root), 'test_override.tf.json'), '{"terraform":{"backend":{"local":{}}}}')
    await copy.succeed(root, 'init')
    const file = copy.folder(`vars/${environment}.${values[root] ?? `${basename(root)}.tfvars`}.json`)
    const given = (inputs[root] ?? []).map(input => `-var=${input}`)
    await copy.succeed(root, 'plan', '-input=false', '-out=plan', `-var-file=${file}`, ...given)
    const plan = copy.folder(`${root.replace('/', '-')}.json`)
    writeFileSync(plan, await copy.succeed(root, 'show', '-json', 'plan'))
    plans.push(plan)
  }
  const report = copy.folder('policies.xml')
  t.ok(await checkPolicies({ plans, report, signal, say: t.comment }))
  const checked = readFileSync(report, 'utf8')
  for (const plan of plans) t.match(checked, basename(plan), 'was checked')
})
