import type { variables as app } from '../app/variables.ts'
import type { ValuesOf } from '../core/inputs.ts'
import type { backend } from '../state.ts'

const region = 'eu-west-1'

/** Where the state of the end-to-end run lies. */
export const tfbackend: ValuesOf<typeof backend> = { bucket: 'mirror-service-e2e-state', region, use_path_style: true }

/** The inputs of the root app there; windows are short, so that the autoscaler is seen to scale in. */
export const tfvars: Omit<ValuesOf<typeof app>, 'image'> = {
  region,
  staging_bucket: 'mirror-service-e2e-staging',
  credentials: 'keys',
  max_replicas: 5,
  // Enough that the load of the proofs scales nothing, but for the one that shall.
  resources: { requests: { cpu: '250m', memory: '96Mi' }, limits: { memory: '256Mi' } },
  scale_down_window_seconds: 15,
  load_balancer_timeout: '1m',
}

/** The inputs of the root access. */
export const access = {}
