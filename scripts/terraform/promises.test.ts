import t from 'tap'
import environment from '../../handlers/schemas/environment.json' with { type: 'json' }
import { configurations, roots } from './configurations.ts'
import { generate } from './core/generate.ts'
import { service } from './service.ts'
import { tfvars as infr, dns as infrDns } from './vars/infr.ts'
import { tfvars as prod } from './vars/prod.ts'

const written = Object.assign({}, ...configurations.map(generate))
const read = (file: string) => JSON.parse(written[`${file}.tf.json`])
const deployment = read('modules/k8s/deployment/main').resource
const { spec } = deployment.kubernetes_deployment_v1.service
const pod = spec.template.spec
const spread = [...pod.topology_spread_constraint, pod.dynamic.topology_spread_constraint.content]
const balancer = read('modules/k8s/service/main').resource.kubernetes_service_v1.service
const access = read('access/main').resource
const bucket = read('modules/s3/main')

t.test('objects are labelled, and found by their labels', async t => {
  const selector = { 'app.kubernetes.io/name': `\${var.name}`, 'app.kubernetes.io/instance': `\${var.name}` }
  const labels = { ...selector, 'app.kubernetes.io/managed-by': 'terraform' }
  const objects = [...Object.values<object>(deployment), { balancer }].flatMap(named => Object.values(named))
  for (const { metadata } of [...objects, spec.template]) t.same(metadata.labels, labels)
  t.same(spec.selector.match_labels, selector)
  t.same(balancer.spec.selector, selector)
  t.same(deployment.kubernetes_pod_disruption_budget_v1.service.spec.selector.match_labels, selector)
  for (const { label_selector } of spread) t.same(label_selector, [{ match_labels: selector }])
})

t.test('pods are what Pod Security calls restricted, and no token is in them', async t => {
  t.match(pod.security_context, {
    run_as_user: '65532',
    run_as_group: '65532',
    run_as_non_root: true,
    seccomp_profile: { type: 'RuntimeDefault' },
  })
  t.same(pod.container[0].security_context, {
    run_as_non_root: true,
    read_only_root_filesystem: true,
    allow_privilege_escalation: false,
    capabilities: { drop: ['ALL'] },
  })
  t.equal(pod.automount_service_account_token, false)
  for (const { metadata } of Object.values<typeof balancer>(access.kubernetes_namespace_v1))
    for (const mode of ['enforce', 'audit', 'warn'])
      t.equal(metadata.labels[`pod-security.kubernetes.io/${mode}`], 'restricted')
})

t.test(
  'pods reach DNS, the Pod Identity agent and S3, and no private address of which another rule makes an exception',
  async t => {
    const { egress, ingress, dynamic } = deployment.kubernetes_network_policy_v1.service.spec
    const [dns, agent, storage] = egress
    t.equal(egress.length, 3)
    for (const { to, dynamic } of egress) t.ok(to?.length || dynamic.to.for_each, 'a rule without addresses admits all')
    t.same(agent.ports, [{ port: '80', protocol: 'TCP' }])
    // In EKS an exception that no rule names wins over every rule.
    const named = dns.to.map(({ ip_block }: { ip_block?: { cidr: string } }) => ip_block?.cidr)
    const excepted = storage.dynamic.to.content.ip_block.except
      .match(/[\d.]+\/\d+/g)
      .filter((cidr: string) => cidr !== '0.0.0.0/0')
    t.ok(excepted.length > 0)
    for (const cidr of excepted) t.ok(named.includes(cidr), cidr)
    t.same(ingress, [{ ports: [{ port: `\${tostring(var.port)}`, protocol: 'TCP' }] }])
    t.match(
      dynamic.ingress.for_each,
      'length(var.scraping_namespaces) == 0 ? []',
      'a rule without namespaces admits all',
    )
  },
)

t.test('a change or a lost node leaves pods that serve', async t => {
  t.match(spec.strategy, { type: 'RollingUpdate', rolling_update: { max_unavailable: '0' } })
  t.equal(spec.replicas, undefined, 'they are the autoscaler’s')
  t.equal(deployment.kubernetes_pod_disruption_budget_v1.service.spec.max_unavailable, '1')
  t.ok(Number(prod.min_replicas) >= 2 * Number(prod.zones), 'prod has more to miss than the one pod of a planned move')
  for (const { match_label_keys } of spread) t.same(match_label_keys, ['pod-template-hash'])
  t.equal(read('app/main').module.deployment.environment.DRAIN_MS, `\${tostring(var.drain_seconds * 1000)}`)
  t.match(Object.values(spec.template.metadata.annotations), [/var\.secret_environment_revision/])
})

t.test('the load balancer leads from 80 to the port of the service', async t => {
  t.equal(balancer.spec.type, 'LoadBalancer')
  t.equal(read('app/variables').variable.load_balancer_port.default, 80)
  t.match(read('app/main').module.service, { port: `\${var.load_balancer_port}`, target_port: `\${var.port}` })
  t.equal(read('app/variables').variable.port.default, service.port)
})

t.test('secrets stay out of state and plan', async t => {
  for (const secret of Object.values<Record<string, unknown>>(deployment.kubernetes_secret_v1)) {
    t.ok(secret.data_wo && secret.data_wo_revision)
    t.notOk(secret.data)
  }
  for (const { folder, variables } of configurations)
    for (const name of Object.keys(variables).filter(name => /password$|_key(_id)?$|^secret_environment$/.test(name)))
      t.match(read(`${folder}/variables`).variable[name], { ephemeral: true, sensitive: true }, `${folder} ${name}`)
  for (const { folder } of roots)
    t.match(read(`${folder}/providers`).terraform.backend.s3, { encrypt: true, use_lockfile: true })
})

t.test('svc-terraform may do in the namespace of the service what apply does, and nothing elsewhere', async t => {
  const { rule } = access.kubernetes_cluster_role_v1.terraform
  // To say of an apply that failed why pods do not run.
  t.same(rule.pop(), { api_groups: [''], resources: ['pods'], verbs: ['list'] })
  for (const { resources, verbs, resource_names } of rule) {
    const named = resources[0] === 'poddisruptionbudgets' ? ['delete', 'get'] : ['delete', 'get', 'patch']
    t.same([...verbs].sort(), resource_names ? named : ['create'], resources[0])
  }
  const kinds = [...Object.keys(deployment), 'kubernetes_service_v1'].map(type => type.split('_').slice(1, -1).join(''))
  const singular = (resource = '') => resource.replace(/ies$/, 'ys').slice(0, -1)
  const held = rule.map(({ resources: [of] }: { resources: string[] }) => singular(of))
  t.same(held.sort(), [...kinds, ...kinds].sort(), 'each kind twice: to create, and the rest')
  const { metadata, subject } = access.kubernetes_role_binding_v1.terraform
  t.equal(subject[1].name, 'svc-terraform')
  t.match(metadata.namespace, 'namespace_v1.service.')
  t.match(subject[0].namespace, 'namespace_v1.terraform.')
  t.match(access.kubernetes_service_account_v1.terraform.metadata.namespace, 'namespace_v1.terraform.')
  t.notOk(access.kubernetes_cluster_role_binding_v1)
})

t.test('who plans may read what apply made, and of the Secrets the registry’s alone', async t => {
  const { rule } = access.kubernetes_cluster_role_v1.plan
  for (const { verbs } of rule) t.same(verbs, ['get'])
  const made = access.kubernetes_cluster_role_v1.terraform.rule.filter(
    (of: { verbs: string[] }) => of.verbs[0] === 'create',
  )
  t.same(
    rule.map(({ resources }: { resources: string[] }) => resources),
    made.map(({ resources }: { resources: string[] }) => resources),
  )
  t.same(rule[0].resource_names, [`\${var.name}-registry`])
  const { subject, metadata } = access.kubernetes_role_binding_v1.plan
  t.match(metadata.namespace, 'namespace_v1.service.')
  t.match(subject, [{ kind: 'Group', name: 'svc-terraform-plan' }])
})

t.test('an NLB sends to pods, in all zones, and a draining pod does not fail its health check', async t => {
  const annotation = (name: string) =>
    read('modules/k8s/service/main').locals.nlb[`service.beta.kubernetes.io/aws-load-balancer-${name}`]
  t.equal(annotation('nlb-target-type'), 'ip')
  t.match(annotation('attributes'), 'cross_zone.enabled=true')
  t.match(annotation('attributes'), 'zonal_shift.config.enabled=true')
  t.match(annotation('target-group-attributes'), 'unhealthy.connection_termination.enabled=false', 'AWS asks for it')
  t.equal(annotation('healthcheck-path'), service.liveness)
  t.match(annotation('target-group-attributes'), `timeout_seconds=\${var.load_balancer_delay_seconds}`)
  const gate = access.kubernetes_namespace_v1.service.metadata.labels['eks.amazonaws.com/pod-readiness-gate-inject']
  t.match(gate, 'var.readiness_gates ? "enabled"')
  t.ok(infr.drain_seconds * 1000 <= environment.properties.DRAIN_MS.maximum, 'the service takes so long a drain')
})

t.test('on EKS, app serves HTTPS with the certificate of aws/dns, and its health check asks that', async t => {
  const { resource } = read('aws/dns/main')
  const { domain_name } = resource.aws_acm_certificate.service
  t.equal(read('app/main').data.aws_acm_certificate.service.domain, domain_name)
  t.equal(infr.domain, infrDns.domain)
  t.equal(read('app/variables').variable.https_only.default, true)
  t.match(resource.aws_route53_health_check.service, { type: 'HTTPS', fqdn: domain_name, port: 443 })
  t.equal(resource.aws_route53_record.service.name, domain_name)
})

t.test('an alarm is where its metric is, tells somebody, and takes a missing number for a fault', async t => {
  const { health_check, unhealthy, key } = read('aws/dns/main').resource.aws_cloudwatch_metric_alarm
  t.equal(health_check.provider, 'aws.us_east_1')
  const [, east] = read('aws/dns/providers').provider.aws
  t.match([east.alias, east.region], ['us_east_1', ': "us-east-1"}'])
  t.same(read('aws/dns/main').module.health_check_alarms.providers, { aws: 'aws.us_east_1' })
  t.match(health_check.alarm_actions, ['module.health_check_alarms'])
  for (const { alarm_actions } of [unhealthy, key]) t.match(alarm_actions, ['module.alarms'])
  for (const { treat_missing_data } of [health_check, unhealthy]) t.equal(treat_missing_data, 'breaching')
  t.equal(key.treat_missing_data, 'notBreaching', 'EventBridge counts only what happens')
  const { statement } = read('modules/alarm-topic/main').data.aws_iam_policy_document.topic
  t.match(statement, [{ actions: ['sns:Publish'], principals: [{ identifiers: ['cloudwatch.amazonaws.com'] }] }])
  t.match(statement[0].condition[0], { test: 'StringEquals', variable: 'aws:SourceAccount' })
})

t.test('pods are held to the zones where there are zones', async t => {
  const [zone, node] = spread
  t.equal(zone.topology_key, 'topology.kubernetes.io/zone')
  t.match(pod.dynamic.topology_spread_constraint.for_each, /var\.zones > 1 \? \[\] : \["kubernetes\.io\/hostname"\]/)
  t.match(zone.when_unsatisfiable, /var\.zones > 1 \? "DoNotSchedule" : "ScheduleAnyway"/)
  t.match(zone.min_domains, /var\.zones > 1 \? var\.zones : null/)
  t.equal(node.when_unsatisfiable, 'ScheduleAnyway')
})

t.test('the image that runs is told only once it is rolled out', async t => {
  t.match(read('app/outputs').output.image.value, 'terraform_data.rolled_out.output')
  t.same(read('app/main').resource.terraform_data.rolled_out.depends_on, ['module.deployment'])
})

t.test('buckets are private, encrypted and versioned, and take uploads alone from the pods', async t => {
  const { resource, data } = bucket
  t.match(data.aws_iam_policy_document.tls_only.statement, [
    { effect: 'Deny', actions: ['s3:*'], condition: [{ variable: 'aws:SecureTransport', values: ['false'] }] },
  ])
  const { bucket: _, ...blocked } = resource.aws_s3_bucket_public_access_block.bucket
  t.same(Object.values(blocked), [true, true, true, true])
  t.equal(resource.aws_s3_bucket_ownership_controls.bucket.rule.object_ownership, 'BucketOwnerEnforced')
  t.equal(resource.aws_s3_bucket_versioning.bucket.versioning_configuration.status, 'Enabled')
  t.ok(resource.aws_s3_bucket_server_side_encryption_configuration.bucket.rule)
  for (const file of ['app/main', 'modules/pod-identity/main'])
    t.match(read(file).data.aws_iam_policy_document.writer.statement, [
      { effect: 'Allow', actions: { length: 1, 0: 's3:PutObject' }, resources: [/\/\$\{var\.staging_prefix\}\/\*$/] },
    ])
})

t.test(
  'AWS knows the pods of one cluster, namespace and ServiceAccount, and jobs that plan from those that apply',
  async t => {
    const [statement] = read('modules/pod-identity/main').data.aws_iam_policy_document.trust.statement
    t.same(
      statement.condition.map(({ test, variable, values }: Record<string, unknown>) =>
        [test, variable, values].join(' '),
      ),
      [
        `StringEquals aws:RequestTag/eks-cluster-name \${var.cluster_name}`,
        `StringEquals aws:RequestTag/kubernetes-namespace \${var.namespace}`,
        `StringEquals aws:RequestTag/kubernetes-service-account \${var.name}`,
      ],
    )
    const { aws_eks_access_entry: entries } = read('modules/pipeline-roles/main').resource
    for (const kind of ['plan', 'apply']) t.equal(entries[kind].principal_arn, `\${aws_iam_role.${kind}.arn}`)
    const { plan, terraform } = access.kubernetes_role_binding_v1
    const group = ({ subject }: typeof plan) => subject.find(({ kind }: { kind: string }) => kind === 'Group').name
    t.same(entries.plan.kubernetes_groups, [group(plan)])
    t.same(entries.apply.kubernetes_groups, [group(terraform)])
  },
)

t.test('the runner has nobody come in, and no rights to hand to its jobs', async t => {
  const { locals, resource } = read('aws/runner/main')
  const [execution, ...others] = Object.keys(resource.aws_iam_role)
  t.same([execution, others], ['execution', []])
  t.equal(resource.aws_ecs_task_definition.runner.task_role_arn, undefined)
  t.equal(resource.aws_secretsmanager_secret_version, undefined, 'no state has its token')
  t.match(locals.container, {
    readonlyRootFilesystem: true,
    linuxParameters: { capabilities: { drop: ['ALL'] } },
    stopTimeout: 120,
  })
  t.equal(resource.aws_vpc_security_group_ingress_rule, undefined)
  t.match(resource.aws_ecs_service.runner, {
    deployment_circuit_breaker: { enable: true, rollback: true },
    enable_execute_command: false,
    network_configuration: { assign_public_ip: false },
  })
  t.equal(resource.aws_ecr_repository.runner.image_tag_mutability, 'IMMUTABLE')
})

t.test('ARNs follow the partition, and what a root makes in AWS has its tags', async t => {
  for (const { folder } of configurations) t.notMatch(JSON.stringify(read(`${folder}/main`)), 'arn:aws:', folder)
  for (const { folder } of roots.filter(({ providers }) => providers.aws))
    for (const { default_tags } of [read(`${folder}/providers`).provider.aws].flat())
      t.same(default_tags, [{ tags: `\${var.tags}` }], folder)
})

t.test('the first pods wait for a way to their image, and not for ever', async t => {
  t.equal(read('modules/eks/main').resource.aws_eks_addon.metrics.timeouts.create, '15m')
  const { depends_on } = read('modules/network/outputs').output.private_subnet_ids
  t.same(
    depends_on,
    ['public', 'private'].flatMap(tier => [`aws_route.${tier}`, `aws_route_table_association.${tier}`]),
  )
})
