import { nativeTest } from '../../core/native-test.ts'
import { variables } from './variables.ts'

export const inputs = nativeTest('aws', variables, { bucket: 'mirror-service-staging' }, [
  ['name_in_capitals', { bucket: 'Staging' }, 'bucket'],
  ['name_too_short', { bucket: 'ab' }, 'bucket'],
  ['name_too_long', { bucket: 'a'.repeat(64) }, 'bucket'],
  ['name_with_underscore', { bucket: 'my_bucket' }, 'bucket'],
  ['name_with_hyphen_at_its_end', { bucket: 'bucket-' }, 'bucket'],
  ['versions_kept_for_no_time', { noncurrent_days: 0 }, 'noncurrent_days'],
])
