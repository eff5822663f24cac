import t from 'tap'
import { configurations } from './configurations.ts'
import { generate } from './core/generate.ts'
import type { Configuration } from './core/module.ts'

type Statement = {
  sid?: string
  actions: string[]
  resources?: string[]
  principals?: { identifiers: string[] }[]
  condition?: { values: string[] }[]
}

/** Statements with a wildcard in an action, or a resource that is any of its kind: each with the reason. */
const wildcards: Record<string, string> = {
  'aws/runner execution Login': 'logs in to all of ECR, which takes no other resource',
  'modules/s3 tls_only TlsOnly': 'denies: whatever is asked without TLS, of one bucket',
  'modules/alarm-topic key Account': 'as that of modules/kms',
  'modules/alarm-topic key Alarms': '* is the key itself',
  'modules/alarm-topic topic Alarms': 'whatever the alarm, of this account',
  'modules/kms key Account': 'leaves to IAM who may use and change the key; * is the key itself',
  'modules/kms key Logs': '* is the key itself; its condition names the logs of this cluster',
  'modules/network flow_log Write': 'streams of one group, which AWS names',
  ...Object.fromEntries(
    ['apply', 'plan', 'state'].map(job => [
      `modules/pipeline-roles ${job} FindCertificate`,
      'lists certificates, which takes no other resource',
    ]),
  ),
  'modules/pipeline-roles plan_trust GitLab': 'whatever the environment, of the default branch',
  'modules/pipeline-roles state_trust GitLab': 'any branch may read the state, for its merge request',
}

/** Whom a policy lets in without a condition: each with the reason. */
const trusted: Record<string, string> = {
  'arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root':
    'the account itself',
  'ec2.amazonaws.com': 'gets a role from those alone who may pass it on (iam:PassRole)',
  'ecs-tasks.amazonaws.com': 'the same',
  'eks.amazonaws.com': 'the same',
}

const found: string[] = []
const unconditional = new Set<string>()
for (const configuration of configurations as Configuration[]) {
  const { folder } = configuration
  const { data = {} } = JSON.parse(generate(configuration)[`${folder}/main.tf.json`] as string)
  const documents: [string, { statement: Statement[] }][] = Object.entries(data.aws_iam_policy_document ?? {})
  for (const [name, { statement }] of documents)
    for (const { sid, actions, resources = [], principals = [], condition = [] } of statement) {
      if (condition.length === 0)
        for (const { identifiers } of principals) for (const of of identifiers) unconditional.add(of)
      // Below a bucket or a name of one's own a * is a part of it.
      const isWide = actions.some(action => action.includes('*')) || resources.some(of => /(^|:)\*$/.test(of))
      if (isWide || condition.some(({ values }) => values.some(value => /:\*$/.test(value))))
        found.push(`${folder} ${name} ${sid}`)
    }
  t.notMatch(
    JSON.stringify(configuration.main.resource ?? {}),
    /"Statement"/,
    `${folder}: no policy is written otherwise`,
  )
}

t.same(found.sort(), Object.keys(wildcards).sort(), 'a policy has a wildcard only with a reason')
t.same(
  [...unconditional].sort(),
  Object.keys(trusted).sort(),
  'and lets someone in without a condition only with a reason',
)
