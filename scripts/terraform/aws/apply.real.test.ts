import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { service } from '../service.ts'
import { copyOf } from '../test-support/copy.test-support.ts'
import { motoForgets } from '../test-support/moto-lacks.test-support.ts'
import { openAws, startProviders } from '../test-support/providers.test-support.ts'
import { cluster_name, makeCluster, region } from './cluster.test-support.ts'

// moto runs no tasks; it is to say that this many run.
process.env.MOTO_ECS_SERVICE_RUNNING = '2'
const { skip, env, programs } = await openAws(t, ['aws'])

t.test('roots in the cloud', { skip }, async t => {
  const cluster = await makeCluster(copyOf(t, env))
  // Both roots at once: most of the time their provider waits, 30 seconds at least for each change of Route 53.
  t.jobs = 2

  /** A root whose state is on disk, and terraform in it with the inputs that every one has. */
  async function open(t: Test, root: string, resource?: object) {
    // A provider that is started once keeps one configuration, and aws/dns has two: it starts its own.
    const { TF_REATTACH_PROVIDERS: _, ...alone } = env
    const copy = copyOf(t, root === 'aws/dns' ? alone : await startProviders(t, programs, env))
    const override = { terraform: { backend: { local: {} } }, resource }
    writeFileSync(join(copy.folder(root), 'test_override.tf.json'), JSON.stringify(override))
    await copy.succeed(root, 'init')
    const inputs = [`-var=region=${region}`, `-var=cluster_name=${cluster_name}`, '-input=false']
    return {
      run: (command: string, ...words: string[]) => copy.run(root, command, ...inputs, ...words),
      succeed: (command: string, ...words: string[]) => copy.succeed(root, command, ...inputs, ...words),
      /** What is there, by its address. */
      async values() {
        const { resources } = JSON.parse(await copy.succeed(root, 'show', '-json')).values.root_module
        return Object.fromEntries(
          resources.map(({ address, values }: { address: string; values: object }) => [address, values]),
        )
      },
      async outputs() {
        const found = Object.entries<{ value: string }>(JSON.parse(await copy.succeed(root, 'output', '-json')))
        return Object.fromEntries(found.map(([name, { value }]) => [name, value]))
      },
      state: () => copy.succeed(root, 'state', 'list'),
    }
  }

  t.test('aws/dns', { buffered: true }, async t => {
    const { run, succeed, values, outputs, state } = await open(t, 'aws/dns')
    const domain = '-var=domain=infr.example.com'
    const watched = [domain, '-var=alarms=true', '-var=alarm_emails=["on-call@example.com"]']
    t.match(
      await succeed('apply', '-auto-approve', ...watched, '-var=name=nobody'),
      '16 added',
      'before app is applied',
    )
    t.match(await outputs(), { load_balancer_arn: undefined, name_servers: { length: 4 } })
    const [proof] = (await values())['aws_acm_certificate.service'].domain_validation_options
    t.match(await succeed('apply', '-auto-approve', ...watched), '4 added, 0 changed, 0 destroyed', 'and after')
    t.match(await run('plan', '-detailed-exitcode', ...watched), { code: 0 }, 'a second plan is empty')
    const host = (cluster.cluster.value as string).split('/')[2]
    const made = await values()
    t.match(made, {
      'aws_route53_zone.domain[0]': { name: 'infr.example.com' },
      'aws_route53_record.cluster': { name: 'cluster.infr.example.com', type: 'CNAME', ttl: 300, records: [host] },
      'aws_acm_certificate.service': { domain_name: 'service.infr.example.com', validation_method: 'DNS' },
      'aws_route53_record.certificate': { type: 'CNAME', records: [proof.resource_record_value] },
      'aws_route53_record.service[0]': {
        name: 'service.infr.example.com',
        type: 'A',
        alias: [{ name: cluster.load_balancer.value, evaluate_target_health: true }],
      },
      'aws_route53_health_check.service[0]': {
        type: 'HTTPS',
        fqdn: 'service.infr.example.com',
        port: 443,
        resource_path: service.readiness,
      },
    })
    const { certificate_arn, load_balancer_arn, zonal_shift_commands, alarm_topics } = await outputs()
    const [topic, topicInUsEast1] = alarm_topics as unknown as string[]
    t.match(topic, /^arn:aws:sns:eu-west-1:\d+:mirror-test-alarms$/)
    t.match(topicInUsEast1, /^arn:aws:sns:us-east-1:\d+:mirror-test-health-check-alarms$/)
    const targetGroup = cluster.target_group.value as string
    const alarm = (name: string) => made[`aws_cloudwatch_metric_alarm.${name}`]
    t.match(alarm('health_check[0]'), {
      arn: /:us-east-1:/,
      dimensions: { HealthCheckId: made['aws_route53_health_check.service[0]'].id },
      alarm_actions: [topicInUsEast1],
    })
    t.match(alarm(`unhealthy["${targetGroup.split('/')[1]}"]`), {
      arn: /:eu-west-1:/,
      dimensions: { LoadBalancer: load_balancer_arn?.split(':loadbalancer/')[1], TargetGroup: targetGroup },
      alarm_actions: [topic],
    })
    const rule = made['aws_cloudwatch_event_rule.key[0]']
    t.match(alarm('key[0]'), { arn: /:eu-west-1:/, dimensions: { RuleName: rule.name }, alarm_actions: [topic] })
    const { keyId } = JSON.parse(rule.event_pattern).detail.requestParameters
    t.same(keyId, [cluster.key.value, `arn:aws:kms:eu-west-1:${topic?.split(':')[4]}:key/${cluster.key.value}`])
    t.equal(certificate_arn, made['aws_acm_certificate.service'].arn)
    t.match(zonal_shift_commands?.split('\n'), [
      /^aws arc-zonal-shift start-zonal-shift --region eu-west-1 --resource-identifier arn:aws:eks:\S+ --away-from \$ZONE_ID /,
      ` --resource-identifier ${load_balancer_arn} --away-from $ZONE_ID `,
    ])
    t.match(await succeed('destroy', '-auto-approve', ...watched), '20 destroyed')
    t.equal(await state(), '')

    const inside = await succeed('plan', domain, '-var=name=internal')
    t.match(inside, 'Plan: 5 to add', 'no health check of an internal load balancer')
    t.notMatch(inside, 'aws_route53_health_check')
    const existing = await succeed('plan', domain, '-var=zone_id=Z0123456789ABCDEFGHIJ')
    t.match(existing, 'Plan: 5 to add', 'no other zone beside the one that is there')
    t.notMatch(existing, 'aws_route53_zone.')
  })

  t.test('aws/runner', { buffered: true }, async t => {
    const { run, succeed, values, state } = await open(t, 'aws/runner', {
      aws_ecs_service: { runner: { lifecycle: { ignore_changes: motoForgets.aws_ecs_service } } },
    })
    const image = `-var=image_digest=sha256:${'0'.repeat(64)}`
    t.match(await succeed('apply', '-auto-approve'), '10 added', 'all but what runs')
    t.match(await succeed('apply', '-auto-approve', image), '2 added, 0 changed, 0 destroyed')
    t.match(await run('plan', '-detailed-exitcode', image), { code: 0 }, 'a second plan is empty')
    const made = await values()
    t.match(made['aws_ecs_service.runner[0]'], {
      desired_count: 2,
      launch_type: 'FARGATE',
      deployment_circuit_breaker: [{ enable: true, rollback: true }],
      network_configuration: [{ assign_public_ip: false, subnets: { length: 3 } }],
    })
    t.same(
      [...made['aws_ecs_service.runner[0]'].network_configuration[0].subnets].sort(),
      [...(cluster.subnet_ids.value as string[])].sort(),
      'the private subnet of each zone',
    )
    t.notOk(made['aws_ecs_task_definition.runner[0]'].task_role_arn, 'jobs are nobody in AWS by themselves')
    const [container] = JSON.parse(made['aws_ecs_task_definition.runner[0]'].container_definitions)
    t.match(container, {
      image: /mirror-test-runner@sha256:0{64}$/,
      readonlyRootFilesystem: true,
      secrets: [{ name: 'GITLAB_RUNNER_TOKEN', valueFrom: made['aws_secretsmanager_secret.token'].arn }],
      stopTimeout: 120,
    })
    t.match(JSON.parse(made['aws_ecr_lifecycle_policy.runner'].policy), { rules: [{ action: { type: 'expire' } }] })
    const { Statement } = JSON.parse(made['aws_iam_role_policy.execution'].policy)
    t.same(
      Statement.filter(({ Resource }: { Resource: string }) => Resource === '*'),
      [{ Sid: 'Login', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' }],
    )
    t.match(await succeed('destroy', '-auto-approve', image), '12 destroyed')
    t.equal(await state(), '')
  })

  t.test('a wrong input, or a missing cluster, is named with what to do', { buffered: true }, async t => {
    const plan = async (root: string, ...words: string[]) => {
      const { run } = await open(t, root)
      const { code, stderr } = await run('plan', ...words)
      t.equal(code, 1)
      return stderr.replaceAll(/[\s│╷╵]+/g, ' ')
    }
    const wrong: [root: string, input: string, advice: string][] = [
      ['aws/dns', 'domain=Example.com.', 'without a dot at the end'],
      ['aws/dns', 'zone_id=example.com', 'a Z with capitals and digits'],
      ['aws/dns', 'cluster_name=-', 'starts with a letter'],
      ['aws/dns', 'alarm_emails=["example.com"]', 'such as on-call@example.com'],
      ['aws/runner', 'cluster_name=-', 'starts with a letter'],
      ['aws/runner', 'image_digest=latest', 'sha256: and 64 hexadecimal digits'],
      ['aws/runner', 'gitlab_url=https://gitlab.com:8443', 'without a port'],
      ['aws/runner', 'memory=2500', 'in steps of 1024'],
    ]
    for (const root of ['aws/dns', 'aws/runner']) {
      const own = wrong.filter(([of]) => of === root)
      const said = await plan(root, ...own.map(([, input]) => `-var=${input}`))
      for (const [, , advice] of own) t.match(said, advice)
    }
    t.match(await plan('aws/runner', '-var=cluster_name=nobody'), /no matching EC2 VPC found/)
  })
})
