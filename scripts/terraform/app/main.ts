import { expression, template } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import { call, type Main } from '../core/module.ts'
import { k8sDeployment } from '../modules/k8s/deployment/index.ts'
import { k8sService } from '../modules/k8s/service/index.ts'
import { s3, writerPolicy } from '../modules/s3.ts'
import type { ServiceEnvironment } from '../service.ts'
import { passedOn, variables } from './variables.ts'

const input = references(variables)
const withKeys = expression`${input.credentials} == "keys"`

export const bucket = call('s3', s3, {
  bucket: input.staging_bucket,
  tls_only: expression`!startswith(coalesce(${input.s3_endpoint}, "https:"), "http:")`,
  lifecycle_rules: input.lifecycle_rules,
  noncurrent_days: input.noncurrent_days,
  force_destroy: input.force_destroy,
})

const pathStyle = expression`${input.s3_endpoint} == null ? "" : "?path-style"`

export const staging = template`s3://${bucket.output.bucket}/${input.staging_prefix}`

const environment: ServiceEnvironment = {
  STAGING: template`s3://${bucket.output.bucket}/${input.staging_prefix}${pathStyle}`,
  AWS_REGION: input.region,
  AWS_ENDPOINT_URL_S3: input.s3_endpoint,
  LOG_LEVEL: input.log_level,
}

export const deployment = call('deployment', k8sDeployment, {
  ...references(passedOn.deployment),
  environment,
  secret_environment: expression`${withKeys} ? { AWS_ACCESS_KEY_ID = ${input.aws_access_key_id}, AWS_SECRET_ACCESS_KEY = ${input.aws_secret_access_key} } : null`,
  secret_environment_revision: expression`${withKeys} ? ${input.aws_keys_revision} : null`,
  service_account_annotations: expression`${input.web_identity_role} == null ? {} : { "eks.amazonaws.com/role-arn" = ${input.web_identity_role} }`,
})

export const service = call('service', k8sService, {
  ...references(passedOn.service),
  port: input.load_balancer_port,
  target_port: input.port,
})

export const main = {
  data: { aws_iam_policy_document: { writer: writerPolicy(bucket.output.arn, input.staging_prefix) } },
  // An apply that fails writes a plain output all the same; this one keeps the image that goes on running.
  resource: { terraform_data: { rolled_out: { input: input.image, depends_on: [expression`module.deployment`] } } },
  module: { ...bucket.module, ...deployment.module, ...service.module },
} satisfies Main
