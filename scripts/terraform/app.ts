import type { Environment } from '../../handlers/schemas/environment.d.ts'
import { s3Provider } from './aws-provider.ts'
import { expression, one, template, type Value } from './core/expression.ts'
import { inputs } from './core/inputs.ts'
import { call, data, passOn, resource, root } from './core/module.ts'
import { kinds } from './kinds.ts'
import { k8sDeployment } from './modules/k8s/deployment.ts'
import { k8sService } from './modules/k8s/service.ts'
import { s3 } from './modules/s3.ts'
import { writerPolicy } from './modules/writer-policy.ts'
import { hostName, service } from './service.ts'

// Inputs of the modules that are no inputs of this root: it works out their values. All others are passed on.
const { bucket, tls_only, ...ofBucket } = s3.variables
const { environment, secret_environment, secret_environment_revision, service_account_annotations, ...others } =
  k8sDeployment.variables
const { storage_port, storage_cidrs, ...ofDeployment } = others
const { port: load_balancer_port, target_port, certificate_arn, ...ofService } = k8sService.variables

const input = inputs(
  {
    region: kinds.region,
    ...ofDeployment,
    ...ofService,
    load_balancer_port,
    domain: {
      ...kinds.domain,
      ...kinds.optional,
      description: 'Domain for which aws/dns has made the certificate of service.DOMAIN; null for HTTP alone.',
    },
    staging_bucket: { ...kinds.bucketName, description: 'Name of the bucket for uploads.' },
    staging_prefix: kinds.stagingPrefix,
    ...ofBucket,
    s3_endpoint: {
      description: 'An S3 server other than AWS, as the pods reach it. Terraform itself reads AWS_ENDPOINT_URL_S3.',
      ...kinds.optional,
      pattern: '^https?://[^/]+$',
      message: 'An S3 server is given as http://host:port or https://host:port.',
    },
    storage_cidrs: {
      ...storage_cidrs,
      type: ['array', 'null'],
      default: null,
      description: `${storage_cidrs.description} null: the address in s3_endpoint, any if it has a name there, public ones without it.`,
    },
    tags: kinds.tags,
    log_level: {
      description: 'Lowest level that is logged.',
      type: 'string',
      default: service.logLevel,
      enum: service.logLevels,
      message: `A log level is one of ${service.logLevels.join(', ')}.`,
    },
    credentials: {
      description:
        'How pods get access to S3: identity (of their ServiceAccount: EKS Pod Identity, web identity) or keys.',
      type: 'string',
      default: 'identity',
      enum: ['identity', 'keys'],
      message: 'Credentials are identity or keys.',
    },
    web_identity_role: {
      description: 'ARN of the role for web identity; null for Pod Identity, which needs no role here.',
      ...kinds.optional,
      pattern: '^arn:[^:]+:iam::[0-9]{12}:role/.+$',
      message: 'A role is given by its ARN, such as arn:aws:iam::123456789012:role/mirror-service.',
    },
    aws_access_key_id: { ...kinds.secret, description: 'Access key of the pods, if credentials = keys.' },
    aws_secret_access_key: { ...kinds.secret, description: 'Secret key of the pods, if credentials = keys.' },
    aws_keys_revision: {
      ...kinds.revision,
      description: 'Revision of the keys; raise it to rewrite them and restart the pods.',
    },
  },
  ({ credentials, aws_access_key_id, aws_secret_access_key }) => [
    [
      'aws_secret_access_key',
      expression`${credentials} != "keys" || alltrue([for key in [${aws_access_key_id}, ${aws_secret_access_key}] : key != null && key != ""])`,
      'credentials = keys needs both: set TF_VAR_aws_access_key_id and TF_VAR_aws_secret_access_key.',
    ],
  ],
)

const endpoint = expression`coalesce(${input.s3_endpoint}, "https:")`

const stagingBucket = call('s3', s3, {
  ...passOn(input, s3),
  bucket: input.staging_bucket,
  tls_only: expression`!startswith(${endpoint}, "http:")`,
})

const writer = data('aws_iam_policy_document', 'writer', writerPolicy(stagingBucket.output.arn, input.staging_prefix))

const staging = template`s3://${stagingBucket.output.bucket}/${input.staging_prefix}`

/** Values in Terraform for the environment variables that the service reads. */
export type ServiceEnvironment = { [K in keyof Environment]?: Value<string> }

/** The settings of the service in its pods. One that is null keeps its default. */
const settings: ServiceEnvironment = {
  PORT: expression`tostring(${input.port})`,
  METRICS_PORT: expression`tostring(${input.metrics_port})`,
  DRAIN_MS: expression`tostring(${input.drain_seconds} * 1000)`,
  STAGING: template`${staging}${expression`${input.s3_endpoint} == null ? "" : "?path-style"`}`,
  AWS_REGION: input.region,
  AWS_ENDPOINT_URL_S3: input.s3_endpoint,
  LOG_LEVEL: input.log_level,
}

const storageAddresses = expression`try([format("%s/32", regex("//([0-9.]+)(?::|$)", ${endpoint})[0])], [])`

const withKeys = expression`${input.credentials} == "keys"`

const deployment = call('deployment', k8sDeployment, {
  ...passOn(input, k8sDeployment),
  environment: settings,
  storage_port: expression`tonumber(try(regex(":([0-9]+)$", ${endpoint})[0], startswith(${endpoint}, "http:") ? 80 : 443))`,
  storage_cidrs: expression`${input.storage_cidrs} != null || ${input.s3_endpoint} == null ? ${input.storage_cidrs} : ${storageAddresses}`,
  secret_environment: expression`${withKeys} ? { AWS_ACCESS_KEY_ID = ${input.aws_access_key_id}, AWS_SECRET_ACCESS_KEY = ${input.aws_secret_access_key} } : null`,
  secret_environment_revision: expression`${withKeys} ? ${input.aws_keys_revision} : null`,
  service_account_annotations: expression`${input.web_identity_role} == null ? {} : { "eks.amazonaws.com/role-arn" = ${input.web_identity_role} }`,
})

const serviceName = hostName(input.domain)

// By its name, so that nobody copies an ARN. Only one that ACM has issued is found.
const certificate = data('aws_acm_certificate', 'service', {
  count: expression`${input.domain} == null ? 0 : 1`,
  domain: serviceName,
  most_recent: true,
})

const loadBalancer = call('service', k8sService, {
  ...passOn(input, k8sService),
  port: input.load_balancer_port,
  target_port: input.port,
  certificate_arn: one(certificate).arn,
})

// If an apply fails, Terraform still writes a plain output. This resource keeps the image that goes on running.
const rolledOut = resource('terraform_data', 'rolled_out', { input: input.image, depends_on: [deployment] })

const { address } = loadBalancer.output
// An IPv6 address stands in brackets (RFC 3986).
const host = expression`strcontains(${address}, ":") ? format("[%s]", ${address}) : ${address}`
const port = expression`${input.load_balancer_port} == 80 ? "" : format(":%d", ${input.load_balancer_port})`

export const app = root('app', {
  description: 'The service: bucket, pods, load balancer; applied by svc-terraform.',
  input,
  providers: { aws: s3Provider(input, expression`${input.s3_endpoint} != null`), kubernetes: {} },
  resources: [stagingBucket, writer, deployment, certificate, loadBalancer, rolledOut],
  outputs: {
    address: { description: 'Address of the load balancer; null until it has one.', value: address },
    url: {
      description: 'URL of the service; null until the load balancer has an address.',
      value: expression`${address} == null ? null : ${input.domain} == null ? format("http://%s%s", ${host}, ${port}) : format("https://%s", ${serviceName})`,
    },
    image: { description: 'Image that runs.', value: rolledOut.output },
    staging: { description: 'Where uploads go.', value: staging },
    writer_policy: {
      description: 'IAM policy that the pods need in AWS. With credentials = keys, attach it to the owner of the keys.',
      value: writer.json,
    },
  },
})
