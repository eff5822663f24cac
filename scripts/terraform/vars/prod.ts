import type { variables as app } from '../app/variables.ts'
import type { variables as dnsInputs } from '../aws/dns/variables.ts'
import type { variables as runnerInputs } from '../aws/runner/variables.ts'
import type { ValuesOf } from '../core/inputs.ts'
import type { backend } from '../state/variables.ts'

const region = 'eu-west-1'

/** Where the state of this environment lies: the backend of every root, and the input of the root state. */
export const tfbackend: ValuesOf<typeof backend> = { bucket: 'mirror-service-prod-state', region }

/** The inputs of the root app, without what each apply gives: the image and the secrets. */
export const tfvars: Omit<ValuesOf<typeof app>, 'image'> = {
  region,
  staging_bucket: 'mirror-service-prod-staging',
}

const cluster_name = 'mirror-service-prod'

/** The inputs of the root aws/dns. */
export const dns: ValuesOf<typeof dnsInputs> = { region, cluster_name, domain: 'example.com' }

/** The inputs of the root aws/runner; the digest of its image comes here once it is pushed. */
export const runner: ValuesOf<typeof runnerInputs> = { region, cluster_name }
