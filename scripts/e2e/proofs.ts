import type { Proof } from './context.test-support.ts'
import { changes, wrongImage } from './proofs/changes.e2e.test.ts'
import { deployment, destroyApp, destroyRest } from './proofs/deployment.e2e.test.ts'
import { endpoints } from './proofs/endpoints.e2e.test.ts'
import { failures } from './proofs/failures.e2e.test.ts'
import { autoscaler, capacity, speed } from './proofs/measurements.e2e.test.ts'
import { alert, truth } from './proofs/metrics.e2e.test.ts'
import { packets } from './proofs/network.e2e.test.ts'
import { judged } from './proofs/objects.e2e.test.ts'
import { rights, verbs } from './proofs/rights.e2e.test.ts'
import { hardening, rotation } from './proofs/secrets.e2e.test.ts'

/** In this order. A proof that is run alone first deploys what it needs. */
export const proofs: Proof[] = [
  ...deployment,
  rights,
  packets,
  judged,
  ...endpoints,
  ...changes,
  ...failures,
  alert,
  truth,
  autoscaler,
  capacity,
  wrongImage,
  hardening,
  speed,
  rotation,
  destroyApp,
  verbs,
  destroyRest,
]
