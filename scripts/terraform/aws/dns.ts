import { awsProvider } from '../aws-provider.ts'
import { each, expression, one, template } from '../core/expression.ts'
import { inputs } from '../core/inputs.ts'
import { call, data, local, passOn, resource, root } from '../core/module.ts'
import { kinds } from '../kinds.ts'
import { alarmTopic } from '../modules/alarm-topic.ts'
import { k8sService } from '../modules/k8s/service.ts'
import { hostName, service } from '../service.ts'

const { name, namespace } = k8sService.variables

const input = inputs({
  region: kinds.region,
  domain: { ...kinds.domain, description: 'Domain of the names service.DOMAIN and cluster.DOMAIN.' },
  zone_id: {
    ...kinds.optional,
    description: 'Hosted zone of the domain; null to create one.',
    pattern: '^Z[0-9A-Z]+$',
    message: 'The id of a hosted zone is a Z with capitals and digits, such as Z0123456789ABCDEFGHIJ.',
  },
  cluster_name: kinds.clusterName,
  cluster_ttl_seconds: {
    ...kinds.seconds,
    description: 'Time that resolvers keep the address of the cluster; lower it before you replace the cluster.',
    default: 300,
  },
  name,
  namespace,
  alarms: {
    description: 'Whether CloudWatch raises alarms over health check, load balancer and the key of the cluster.',
    type: 'boolean',
    default: false,
  },
  alarm_emails: alarmTopic.variables.alarm_emails,
  tags: kinds.tags,
})

const zone = resource('aws_route53_zone', 'domain', {
  count: expression`${input.zone_id} == null ? 1 : 0`,
  name: input.domain,
})
const zone_id = local('zone_id', expression`coalesce(${input.zone_id}, ${one(zone).zone_id})`)

const cluster = data('aws_eks_cluster', 'cluster', { name: input.cluster_name })
// The host in https://host.
const clusterHost = expression`split("/", ${cluster.endpoint})[2]`

// The cluster's certificate has another name, so clients need tls-server-name.
const clusterRecord = resource('aws_route53_record', 'cluster', {
  zone_id,
  name: template`cluster.${input.domain}`,
  type: 'CNAME',
  ttl: input.cluster_ttl_seconds,
  records: [clusterHost],
})

const serviceName = hostName(input.domain)

// ACM issues it once the domain's name servers are entered at its parent. No apply waits for that: the name servers are
// among the outputs, which are printed at its end.
const certificate = resource('aws_acm_certificate', 'service', {
  domain_name: serviceName,
  validation_method: 'DNS',
  lifecycle: { create_before_destroy: true },
})
const proof = one(certificate.domain_validation_options)
const proofRecord = resource('aws_route53_record', 'certificate', {
  zone_id,
  name: proof.resource_record_name,
  type: proof.resource_record_type,
  ttl: 300,
  records: [proof.resource_record_value],
})

const tags = {
  'eks:eks-cluster-name': input.cluster_name,
  'service.eks.amazonaws.com/stack': template`${input.namespace}/${input.name}`,
}

// Found by the tags that EKS gives it: none before app is applied, and the next plan finds a new one by itself.
const loadBalancers = data('aws_lbs', 'service', {
  tags: { ...tags, 'service.eks.amazonaws.com/resource': 'LoadBalancer' },
})
const loadBalancer = data('aws_lb', 'service', {
  count: expression`length(${loadBalancers.arns})`,
  arn: one(loadBalancers.arns),
})

// An alias has the time to live of its target: 60 s for a load balancer.
const serviceRecord = resource('aws_route53_record', 'service', {
  count: expression`length(${loadBalancers.arns})`,
  zone_id,
  name: serviceName,
  type: 'A',
  alias: {
    name: one(loadBalancer).dns_name,
    zone_id: one(loadBalancer).zone_id,
    evaluate_target_health: true,
  },
})

// Checks the service as a user reaches it, through DNS and load balancer. No record depends on the result, because
// there is no other place to send users to.
const healthCheck = resource('aws_route53_health_check', 'service', {
  // The checkers are on the internet and cannot reach an internal load balancer.
  count: expression`length([for balancer in ${loadBalancer} : balancer if !balancer.internal])`,
  type: 'HTTPS',
  fqdn: serviceName,
  port: 443,
  resource_path: service.readiness,
  request_interval: 30,
  failure_threshold: 3,
})

// Route 53 has its metrics in us-east-1 alone, and an alarm and its topic have to be where the metric is.
const inUsEast1 = expression`aws.us_east_1`
// Other partitions do not have it, and without alarms this root has to work there too.
const usEast1 = expression`can(regex("^(us-(gov|iso)|eu-iso|eusc|cn-)", ${input.region})) ? ${input.region} : "us-east-1"`

const withAlarms = expression`${input.alarms} ? 1 : 0`
const named = (what: string) => template`${input.cluster_name}-${what}`
const topic = call('alarms', alarmTopic, { ...passOn(input, alarmTopic), name: named('alarms') }, withAlarms)
// By another name, for a cluster that is in us-east-1 itself.
const healthCheckTopic = call(
  'health_check_alarms',
  alarmTopic,
  { ...passOn(input, alarmTopic), name: named('health-check-alarms') },
  withAlarms,
  { aws: inUsEast1 },
)

const healthCheckAlarm = resource('aws_cloudwatch_metric_alarm', 'health_check', {
  provider: inUsEast1,
  count: expression`${input.alarms} ? length(${healthCheck}) : 0`,
  alarm_name: named('health-check'),
  alarm_description: template`From the internet https://${serviceName}${service.readiness} does not answer well. First: call it, then kubectl get pods --namespace ${input.namespace}.`,
  namespace: 'AWS/Route53',
  metric_name: 'HealthCheckStatus',
  dimensions: { HealthCheckId: one(healthCheck).id },
  statistic: 'Minimum',
  comparison_operator: 'LessThanThreshold',
  threshold: 1,
  period: 60,
  evaluation_periods: 3,
  treat_missing_data: 'breaching',
  alarm_actions: [healthCheckTopic.output.arn],
  ok_actions: [healthCheckTopic.output.arn],
})

const targetGroups = data('aws_resourcegroupstaggingapi_resources', 'service', {
  count: expression`${input.alarms} ? length(${loadBalancers.arns}) : 0`,
  resource_type_filters: ['elasticloadbalancing:targetgroup'],
  tag_filter: Object.entries(tags).map(([key, value]) => ({ key, values: [value] })),
})

// CloudWatch counts unhealthy targets by load balancer and target group, which it names by the ends of their ARNs.
const unhealthyAlarm = resource('aws_cloudwatch_metric_alarm', 'unhealthy', {
  for_each: expression`{ for group in flatten([for found in ${targetGroups} : found.resource_tag_mapping_list]) : split("/", group.resource_arn)[1] => split(":", group.resource_arn)[5] }`,
  alarm_name: template`${named('unhealthy')}-${each.key}`,
  alarm_description: template`For an hour the NLB has not reached one of the pods, or has had none. First: aws elbv2 describe-target-health of the target group ${each.key}, which has the reason.`,
  namespace: 'AWS/NetworkELB',
  metric_name: 'UnHealthyHostCount',
  dimensions: { LoadBalancer: one(loadBalancer).arn_suffix, TargetGroup: each.value },
  // The zone that sees most of them counts.
  statistic: 'Maximum',
  comparison_operator: 'GreaterThanThreshold',
  threshold: 0,
  period: 300,
  // Longer than a rollout, or nodes replaced in turn: a new target may count until the NLB has added it.
  evaluation_periods: 12,
  // Without any target there is no number.
  treat_missing_data: 'breaching',
  alarm_actions: [topic.output.arn],
  ok_actions: [topic.output.arn],
})

const key = data('aws_kms_alias', 'cluster', { count: withAlarms, name: template`alias/${input.cluster_name}` })

// A caller may name the key either way.
const keyEvents = local('key_events', {
  source: ['aws.kms'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: ['kms.amazonaws.com'],
    // EnableKey changes nothing while the key is enabled, so that anybody can try the alarm.
    eventName: ['ScheduleKeyDeletion', 'DisableKey', 'EnableKey'],
    requestParameters: { keyId: [one(key).target_key_id, one(key).target_key_arn] },
  },
})

// No metric of KMS tells it. EventBridge hears of it from CloudTrail, if the account has a trail.
const keyRule = resource('aws_cloudwatch_event_rule', 'key', {
  count: withAlarms,
  name: named('key'),
  description: 'The key of the cluster is to be deleted, or was disabled or enabled.',
  event_pattern: expression`jsonencode(${keyEvents})`,
})

// The rule has no target: its metric is enough, and so nobody but CloudWatch publishes to the topic.
const keyAlarm = resource('aws_cloudwatch_metric_alarm', 'key', {
  count: withAlarms,
  alarm_name: named('key'),
  alarm_description: template`Somebody asked for the deletion of the key of cluster ${input.cluster_name}, or disabled or enabled it. First: aws kms describe-key; if it is not enabled, aws kms cancel-key-deletion and aws kms enable-key. Without it the cluster is lost.`,
  namespace: 'AWS/Events',
  metric_name: 'TriggeredRules',
  dimensions: { RuleName: one(keyRule).name },
  statistic: 'Sum',
  comparison_operator: 'GreaterThanThreshold',
  threshold: 0,
  period: 300,
  evaluation_periods: 1,
  // There is a number only when it happens. That it is over says nothing good, so nobody is told.
  treat_missing_data: 'notBreaching',
  alarm_actions: [topic.output.arn],
})

export const dns = root('aws/dns', {
  description:
    'DNS names for service and cluster in Route 53, the certificate of the service, its health check, and alarms.',
  input,
  providers: { aws: [awsProvider(input), { ...awsProvider(input), alias: 'us_east_1', region: usEast1 }] },
  resources: [
    ...[zone, zone_id, cluster, clusterRecord, certificate, proofRecord],
    ...[loadBalancers, loadBalancer, serviceRecord, healthCheck, topic, healthCheckTopic, healthCheckAlarm],
    ...[targetGroups, unhealthyAlarm, key, keyEvents, keyRule, keyAlarm],
  ],
  outputs: {
    service: { description: 'Address of the service.', value: template`https://${serviceName}` },
    cluster: { description: "Address of the cluster's API.", value: template`https://cluster.${input.domain}` },
    cluster_tls_server_name: {
      description: "Name in the cluster's certificate, for tls-server-name in a kubeconfig.",
      value: clusterHost,
    },
    name_servers: {
      description: 'Name servers to enter at the parent domain; null if the hosted zone existed already.',
      value: one(zone).name_servers,
    },
    certificate_arn: { description: 'ARN of the certificate of the service.', value: certificate.arn },
    load_balancer_arn: {
      description: 'ARN of the load balancer; null until app has made it.',
      value: one(loadBalancer).arn,
    },
    health_check: {
      description: 'Id of the health check; null before the load balancer, and for an internal one.',
      value: one(healthCheck).id,
    },
    alarm_topics: {
      description: 'ARNs of the topics of the alarms, for more subscribers: in this region, and in us-east-1.',
      value: expression`compact([${topic.output.arn}, ${healthCheckTopic.output.arn}])`,
    },
    zonal_shift_commands: {
      description: 'Commands that move cluster and load balancer out of the zone with the id $ZONE_ID for 12 hours.',
      value: expression`join("\n", [for arn in concat([${cluster.arn}], sort(${loadBalancers.arns})) : format("aws arc-zonal-shift start-zonal-shift --region %s --resource-identifier %s --away-from $ZONE_ID --expires-in 12h --comment lost", ${input.region}, arn)])`,
    },
  },
})
