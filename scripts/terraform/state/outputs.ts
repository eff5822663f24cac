import type { Outputs } from '../core/configuration.ts'
import { bucket } from './main.ts'

export const outputs = {
  bucket: { description: "Bucket of Terraform's state.", value: bucket.output.bucket },
} satisfies Outputs
