import { expression } from '../core/expression.ts'
import { defineInputs } from '../core/inputs.ts'
import { kinds, rule } from '../kinds.ts'
import { variables as deployment } from '../modules/k8s/deployment/variables.ts'
import { variables as service } from '../modules/k8s/service/variables.ts'
import { s3 } from '../modules/s3.ts'
import { service as facts } from '../service.ts'

const { environment, secret_environment, secret_environment_revision, service_account_annotations, ...ofDeployment } =
  deployment
const { name, namespace, port: load_balancer_port, target_port, ...ofService } = service

/** Inputs that go on to the modules as they are. */
export const passedOn = {
  deployment: ofDeployment,
  service: { name, namespace, ...ofService },
}

export const variables = defineInputs({
  region: kinds.region,
  ...ofDeployment,
  ...ofService,
  load_balancer_port,
  staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
  staging_prefix: kinds.stagingPrefix,
  lifecycle_rules: s3.variables.lifecycle_rules,
  noncurrent_days: s3.variables.noncurrent_days,
  force_destroy: s3.variables.force_destroy,
  s3_endpoint: {
    description: 'Another S3 server than AWS, as the pods reach it; Terraform itself reads AWS_ENDPOINT_URL_S3.',
    ...kinds.optional,
    pattern: '^https?://[^/]+$',
    message: 'An S3 server is given as http://host:port or https://host:port.',
  },
  log_level: {
    description: 'Least level that is logged.',
    type: 'string',
    default: facts.logLevel,
    enum: facts.logLevels,
    message: `A log level is one of ${facts.logLevels.join(', ')}.`,
  },
  credentials: {
    description: 'How pods get at S3: identity (of their ServiceAccount: EKS Pod Identity, web identity) or keys.',
    type: 'string',
    default: 'identity',
    enum: ['identity', 'keys'],
    message: 'Credentials are identity or keys.',
  },
  web_identity_role: {
    description: 'ARN of the role for web identity; null with Pod Identity, which needs none here.',
    ...kinds.optional,
    pattern: '^arn:[^:]+:iam::[0-9]{12}:role/.+$',
    message: 'A role is given by its ARN, such as arn:aws:iam::123456789012:role/mirror-service.',
  },
  aws_access_key_id: { ...kinds.secret, description: 'Access key of the pods, with credentials = keys.' },
  aws_secret_access_key: {
    ...kinds.secret,
    description: 'Secret key of the pods, with credentials = keys.',
    validation: [
      rule(
        expression`var.credentials != "keys" || alltrue([for key in [var.aws_access_key_id, var.aws_secret_access_key] : key != null && key != ""])`,
        'credentials = keys needs both: set TF_VAR_aws_access_key_id and TF_VAR_aws_secret_access_key.',
      ),
    ],
  },
  aws_keys_revision: {
    ...kinds.revision,
    description: 'Revision of the keys; raise it to write them anew and restart the pods.',
  },
})
