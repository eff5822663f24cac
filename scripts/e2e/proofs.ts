import type { Proof } from './proof.ts'
import { apply } from './proofs/apply.ts'
import { autoscaler } from './proofs/autoscaler.ts'
import { capacity } from './proofs/capacity.ts'
import { changes } from './proofs/changes.ts'
import { destroy } from './proofs/destroy.ts'
import { endpoints } from './proofs/endpoints.ts'
import { hardening } from './proofs/hardening.ts'
import { image } from './proofs/image.ts'
import { killed } from './proofs/killed.ts'
import { outages } from './proofs/outages.ts'
import { rights } from './proofs/rights.ts'
import { rotation } from './proofs/rotation.ts'
import { speed } from './proofs/speed.ts'
import { uploads } from './proofs/uploads.ts'
import { wrongImage } from './proofs/wrong-image.ts'

/** In this order: each stands on what those before it left. */
export const proofs: Proof[] = [
  image,
  apply,
  rights,
  endpoints,
  uploads,
  ...changes,
  killed,
  ...outages,
  autoscaler,
  capacity,
  wrongImage,
  hardening,
  speed,
  rotation,
  ...destroy,
]
