import { generate } from './core/generate.ts'
import { pipelineRoles } from './modules/pipeline-roles.ts'
import { tfbackend, tfvars } from './vars/infr.ts'

const main = JSON.parse(generate(pipelineRoles)['modules/pipeline-roles/main.tf.json'] as string)
export const documents = main.data.aws_iam_policy_document

export type Statement = { effect?: string; actions: string[]; resources: string[] }

/** The rights that a policy grants: "action resource" in S3, the actions in ACM. */
export const granted = (policy: string): string[] =>
  (documents[policy].statement as Statement[])
    .flatMap(({ actions, resources }) => actions.flatMap(action => resources.map(resource => `${action} ${resource}`)))
    .filter(right => /^(s3|acm):/.test(right))
    .map(right =>
      right
        .replace(/^(acm:\w+) .*/, '$1')
        .replace(`arn:\${data.aws_partition.current.partition}:s3:::`, '')
        .replace(`\${var.state_bucket}`, tfbackend.bucket)
        .replace(`\${var.staging_bucket}`, tfvars.staging_bucket),
    )
    .sort()
