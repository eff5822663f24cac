import type { app } from '../app.ts'
import type { ValuesOf } from '../core/inputs.ts'
import type { backend } from '../state.ts'

const region = 'us-east-1'

/** Where a cluster on one machine keeps its states: an S3 server beside it, named by AWS_ENDPOINT_URL_S3. */
export const tfbackend: ValuesOf<typeof backend> = {
  bucket: 'mirror-service-local-state',
  region,
  use_path_style: true,
}

/** The inputs of the root app there. */
export const tfvars: Omit<ValuesOf<typeof app.variables>, 'image'> = {
  region,
  staging_bucket: 'mirror-service-local-staging',
  s3_endpoint: 'http://host.minikube.internal:9000',
  credentials: 'keys',
  lifecycle_rules: false,
  production: false,
  load_balancer_timeout: '2m',
}

/** The inputs of the root access. */
export const access = {}
