import type { app } from '../app.ts'
import type { ValuesOf } from '../core/inputs.ts'
import type { backend } from '../state.ts'

const region = 'eu-west-1'

/** Where the end-to-end run keeps its states. */
export const tfbackend: ValuesOf<typeof backend> = { bucket: 'mirror-service-e2e-state', region, use_path_style: true }

/** The inputs of the root app there. Windows are short, so that the run sees the autoscaler remove pods. */
export const tfvars: Omit<ValuesOf<typeof app.variables>, 'image'> = {
  region,
  staging_bucket: 'mirror-service-e2e-staging',
  credentials: 'keys',
  max_replicas: 5,
  // Enough that only the proof of the autoscaler has a load that adds pods.
  resources: {
    requests: { cpu: '250m', memory: '96Mi', 'ephemeral-storage': '64Mi' },
    limits: { memory: '256Mi', 'ephemeral-storage': '256Mi' },
  },
  scale_down_window_seconds: 15,
  load_balancer_timeout: '1m',
}

/** The inputs of the root access. */
export const access = {}
