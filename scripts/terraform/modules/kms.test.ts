import t from 'tap'
import { generate } from '../core/generate.ts'
import { kms } from './kms.ts'

const { resource } = JSON.parse(generate(kms)['modules/kms/main.tf.json'] as string)

t.test('the key is replaced each year, and its deletion can be taken back for as long as AWS allows', async t =>
  t.match(resource.aws_kms_key.cluster, { enable_key_rotation: true, deletion_window_in_days: 30 }),
)
