import type { Proof } from './context.ts'
import { changes, wrongImage } from './proofs/changes.ts'
import { deployment, destroyApp, destroyRest } from './proofs/deployment.ts'
import { endpoints } from './proofs/endpoints.ts'
import { failures } from './proofs/failures.ts'
import { autoscaler, capacity, speed } from './proofs/measurements.ts'
import { rights, verbs } from './proofs/rights.ts'
import { hardening, rotation } from './proofs/secrets.ts'

/** In this order. A proof that is run alone first deploys what it needs. */
export const proofs: Proof[] = [
  ...deployment,
  rights,
  ...endpoints,
  ...changes,
  ...failures,
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
