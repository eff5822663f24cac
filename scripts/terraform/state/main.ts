import { call, type Main } from '../core/configuration.ts'
import { expression } from '../core/expression.ts'
import { references } from '../core/inputs.ts'
import { s3 } from '../modules/s3/index.ts'
import { variables } from './variables.ts'

const input = references(variables)

export const bucket = call('bucket', s3, {
  bucket: input.bucket,
  tls_only: expression`!${input.use_path_style}`,
  lifecycle_rules: input.lifecycle_rules,
  force_destroy: input.force_destroy,
})

export const main = { module: bucket.module } satisfies Main
